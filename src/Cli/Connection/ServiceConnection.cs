using Grpc.Health.V1;
using Grpc.Net.Client;

namespace SmeOrleans.Cli.Connection;

/// <summary>A connection to the service and the clients of its API.</summary>
internal sealed class ServiceConnection : IDisposable
{
    private static readonly TimeSpan CallTime = TimeSpan.FromSeconds(30);

    private readonly GrpcChannel channel;

    public ServiceConnection(string address)
    {
        Address = address;
        try
        {
            channel = GrpcChannel.ForAddress(address, new GrpcChannelOptions
            {
                InitialReconnectBackoff = TimeSpan.FromMilliseconds(100),
                MaxReconnectBackoff = TimeSpan.FromSeconds(1),
            });
        }
        catch (Exception wrong) when (wrong is UriFormatException or InvalidOperationException or ArgumentException)
        {
            throw CliException.Usage($"--address {address}: {wrong.Message}");
        }

        Rounds = new(channel);
        Units = new(channel);
        Companies = new(channel);
        CommonProjects = new(channel);
        Cases = new(channel);
        Documents = new(channel);
        Screening = new(channel);
        Review = new(channel);
        JointMeetings = new(channel);
        Contracts = new(channel);
        Payments = new(channel);
        Monitoring = new(channel);
        Acceptance = new(channel);
        Anomalies = new(channel);
        Reports = new(channel);
        Operations = new(channel);
        Health = new(channel);
    }

    public string Address { get; }

    public RoundService.RoundServiceClient Rounds { get; }

    public UnitService.UnitServiceClient Units { get; }

    public CompanyService.CompanyServiceClient Companies { get; }

    public CommonProjectService.CommonProjectServiceClient CommonProjects { get; }

    public CaseService.CaseServiceClient Cases { get; }

    public DocumentService.DocumentServiceClient Documents { get; }

    public ScreeningService.ScreeningServiceClient Screening { get; }

    public ReviewService.ReviewServiceClient Review { get; }

    public JointMeetingService.JointMeetingServiceClient JointMeetings { get; }

    public ContractService.ContractServiceClient Contracts { get; }

    public PaymentService.PaymentServiceClient Payments { get; }

    public MonitoringService.MonitoringServiceClient Monitoring { get; }

    public AcceptanceService.AcceptanceServiceClient Acceptance { get; }

    public AnomalyService.AnomalyServiceClient Anomalies { get; }

    public ReportService.ReportServiceClient Reports { get; }

    public OperationsService.OperationsServiceClient Operations { get; }

    public Health.HealthClient Health { get; }

    /// <summary>Options of one call: who calls, and a time limit unless it is a call that never ends.</summary>
    public static CallOptions Options(string token, CancellationToken stop, bool endless = false)
    {
        var headers = new Metadata();
        if (token.Length > 0)
        {
            headers.Add("authorization", $"Bearer {token}");
        }

        return new(headers, endless ? null : TimeProvider.System.GetUtcNow().UtcDateTime + CallTime, stop);
    }

    public void Dispose() => channel.Dispose();
}
