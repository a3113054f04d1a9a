using System.Security.Cryptography;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace SmeOrleans.Grpc.Tests.Served;

/// <summary>Rounds without panels whose cases are approved, and everyone's clients for what follows.</summary>
internal sealed class LifeDesk(Service service)
{
    public V1.ContractService.ContractServiceClient OfficeContracts { get; } = new(service.As(Role.Office));

    public V1.ContractService.ContractServiceClient UnitContracts { get; } = new(service.As(Role.Unit, Programme.Own));

    public V1.PaymentService.PaymentServiceClient OfficePayments { get; } = new(service.As(Role.Office));

    public V1.PaymentService.PaymentServiceClient UnitPayments { get; } = new(service.As(Role.Unit, Programme.Own));

    public V1.MonitoringService.MonitoringServiceClient OfficeMonitoring { get; } = new(service.As(Role.Office));

    public V1.MonitoringService.MonitoringServiceClient UnitMonitoring { get; } = new(service.As(Role.Unit, Programme.Own));

    public V1.AcceptanceService.AcceptanceServiceClient OfficeAcceptance { get; } = new(service.As(Role.Office));

    public V1.AcceptanceService.AcceptanceServiceClient UnitAcceptance { get; } = new(service.As(Role.Unit, Programme.Own));

    public V1.AnomalyService.AnomalyServiceClient OfficeAnomalies { get; } = new(service.As(Role.Office));

    public V1.AnomalyService.AnomalyServiceClient UnitAnomalies { get; } = new(service.As(Role.Unit, Programme.Own));

    public V1.FeedService.FeedServiceClient Partner { get; } = new(service.As(Role.Partner));

    public V1.CaseService.CaseServiceClient OfficeCases { get; } = new(service.As(Role.Office));

    private readonly V1.JointMeetingService.JointMeetingServiceClient _meeting = new(service.As(Role.Office));
    private readonly V1.OperationsService.OperationsServiceClient _operator = new(service.As(Role.Operator));

    /// <param name="quotas">Null = its cases count for no quota.</param>
    public async Task<V1.Round> RoundAsync(V1.QuotaRule? quotas = null)
    {
        var now = await NowAsync();
        return await new V1.RoundService.RoundServiceClient(service.As(Role.Office)).CreateRoundAsync(new()
        {
            RoundId = $"life-{Guid.NewGuid():N}"[..32],
            RequestId = Programme.NewId(),
            Round = new()
            {
                DisplayName = "一般",
                RocYear = 107,
                Kind = V1.RoundKind.Regular,
                OpenTime = Timestamp.FromDateTimeOffset(now),
                CloseTime = Timestamp.FromDateTimeOffset(now.AddDays(1)),
                Groups = { new V1.Category { Code = "metal", DisplayName = "金屬" } },
                Functions = { new V1.Category { Code = "process", DisplayName = "製程" } },
                Regions = { new V1.Region { Code = "north", DisplayName = "北部", Counties = { "臺北市" } } },
                Rules = new()
                {
                    NoDocuments = true,
                    Review = new() { NoPanels = true },
                    Quotas = quotas ?? new() { NotCounted = true },
                    BudgetLines = { new V1.BudgetLine { Code = "all", DisplayName = "全部", AmountNtd = 1_000_000 } },
                },
            },
        });
    }

    /// <summary>Qualified cases that ask for 200,000 of 250,000.</summary>
    public async Task<List<string>> QualifiedAsync(string round, int count)
    {
        var screening = new V1.ScreeningService.ScreeningServiceClient(service.As(Role.Office));
        var names = new List<string>();
        for (var number = 0; number < count; number++)
        {
            var saved = await service.Programme.SavedAsync(round);
            await service.Programme.OwnCases.SubmitCaseAsync(new() { Name = saved.Name, RequestId = Programme.NewId() });
            await screening.BeginScreeningAsync(new() { Name = saved.Name, RequestId = Programme.NewId() });
            await screening.CompleteScreeningAsync(new() { Name = saved.Name, RequestId = Programme.NewId() });
            names.Add(saved.Name);
        }

        return names;
    }

    public async Task PublishAsync(string round)
    {
        var name = $"{round}/jointMeeting";
        await _meeting.OpenMeetingAsync(new() { Name = name, RequestId = Programme.NewId() });
        var frozen = await _meeting.FreezeMeetingAsync(new() { Name = name, RequestId = Programme.NewId() });
        await new V1.JointMeetingService.JointMeetingServiceClient(service.As(Role.Bureau))
            .SignMinutesAsync(new() { Name = name, Sha256 = frozen.Minutes.Sha256, RequestId = Programme.NewId() });
        await _meeting.PublishResultsAsync(new() { Name = name, RequestId = Programme.NewId() });
    }

    /// <summary>A case of a new round whose first instalment of 100,000 is paid.</summary>
    public async Task<string> ExecutingAsync()
    {
        var round = await RoundAsync();
        var name = (await QualifiedAsync(round.Name, 1))[0];
        await PublishAsync(round.Name);
        await ContractedAsync(name);
        await OfficePayments.PayInstalmentAsync(new() { Name = name, Number = 1, RequestId = Programme.NewId() });
        return name;
    }

    public async Task ContractedAsync(string name)
    {
        await UnitContracts.RevisePlanAsync(new() { Name = name, Summary = "依意見修正", RequestId = Programme.NewId() });
        await OfficeContracts.ConfirmPlanAsync(new() { Name = name, RequestId = Programme.NewId() });
        await OfficeContracts.SignContractAsync(new() { Name = name, Number = "107-1", RequestId = Programme.NewId() });
    }

    /// <summary>Uploads a plan document; returns its digest.</summary>
    public async Task<string> UploadPlanAsync(string name, byte[] content)
    {
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(content));
        using var call = new V1.DocumentService.DocumentServiceClient(service.As(Role.Unit, Programme.Own)).UploadDocument();
        await call.RequestStream.WriteAsync(new()
        {
            Header = new() { Case = name, Kind = V1.DocumentKind.Proposal, FileName = "計畫書.pdf", SizeBytes = content.Length, Sha256 = sha256, RequestId = Programme.NewId() },
        });
        await call.RequestStream.WriteAsync(new() { Chunk = ByteString.CopyFrom(content) });
        await call.RequestStream.CompleteAsync();
        await call;
        return sha256;
    }

    public async Task<byte[]> DownloadPlanAsync(string name, string sha256)
    {
        using var download = new V1.DocumentService.DocumentServiceClient(service.As(Role.Office))
            .DownloadDocument(new() { Case = name, Kind = V1.DocumentKind.Proposal, Sha256 = sha256 });
        var content = new List<byte>();
        await foreach (var part in download.ResponseStream.ReadAllAsync())
        {
            content.AddRange(part.Chunk);
        }

        return [.. content];
    }

    public async Task<V1.Case> CaseAsync(string name) => await OfficeCases.GetCaseAsync(new() { Name = name });

    public async Task<DateTimeOffset> NowAsync() => (await _operator.GetStatusAsync(new())).Now.ToDateTimeOffset();

    public async Task DriveToAsync(DateTimeOffset time) => await _operator.AdvanceClockAsync(new() { Time = Timestamp.FromDateTimeOffset(time) });
}
