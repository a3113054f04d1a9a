using Google.Protobuf.Reflection;

namespace SmeOrleans.GrpcFrontend;

/// <summary>The services of <c>sme.v1</c>.</summary>
public static class Contract
{
    public static readonly ImmutableArray<ServiceDescriptor> Services =
    [
        V1.RoundService.Descriptor, V1.UnitService.Descriptor, V1.CompanyService.Descriptor, V1.CaseService.Descriptor,
        V1.ScreeningService.Descriptor, V1.CommonProjectService.Descriptor, V1.DocumentService.Descriptor,
        V1.ReviewService.Descriptor, V1.JointMeetingService.Descriptor, V1.ContractService.Descriptor, V1.PaymentService.Descriptor,
        V1.MonitoringService.Descriptor, V1.AcceptanceService.Descriptor, V1.AnomalyService.Descriptor, V1.FeedService.Descriptor,
        V1.ReportService.Descriptor, V1.OperationsService.Descriptor,
    ];
}
