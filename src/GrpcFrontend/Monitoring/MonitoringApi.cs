using SmeOrleans.Domain.Monitoring;
using SmeOrleans.GrpcFrontend.Cases;
using SmeOrleans.GrpcFrontend.Payments;

namespace SmeOrleans.GrpcFrontend.Monitoring;

/// <summary>Mid-term reports and visits (M-5, M-6).</summary>
internal sealed class MonitoringApi(CaseDesk desk) : V1.MonitoringService.MonitoringServiceBase
{
    public override Task<V1.Case> FileMidtermReport(V1.FileMidtermReportRequest request, ServerCallContext context) =>
        desk.Execute(request, request.Name, request.RequestId, request.ValidateOnly, context, check => new FileMidtermReport(
            MoneyShape.Spending(check, request.Spending, "spending"),
            check.Count(request.ProgressPercent, "progress_percent", 0, 100),
            check.Text(request.Summary, "summary", 2_000, lines: true)));

    public override Task<V1.Case> ReviewMidterm(V1.ReviewMidtermRequest request, ServerCallContext context) =>
        desk.Execute(request, request.Name, request.RequestId, request.ValidateOnly, context,
            check => new ReviewMidterm(request.Passed, check.Text(request.Note, "note", 1_000, lines: true)));

    public override Task<V1.Case> SelectForVisit(V1.SelectForVisitRequest request, ServerCallContext context) =>
        desk.Execute(request, request.Name, request.RequestId, request.ValidateOnly, context,
            check => new SelectForVisit(check.Text(request.Reason, "reason", 64, required: true)));

    public override Task<V1.Case> PickForVisit(V1.PickForVisitRequest request, ServerCallContext context) =>
        desk.Execute(request, request.Name, request.RequestId, request.ValidateOnly, context,
            check => new PickForVisit(check.Text(request.Reason, "reason", 64, required: true)));

    public override Task<V1.Case> RecordVisit(V1.RecordVisitRequest request, ServerCallContext context) =>
        desk.Execute(request, request.Name, request.RequestId, request.ValidateOnly, context, check => new RecordVisit(
            check.Date(request.VisitDate, "visit_date"),
            context.Caller().AsVisitor,
            check.Enum<VisitResult>(request.Result, "result"),
            check.Text(request.Note, "note", 2_000, lines: true)));
}
