using SmeOrleans.Domain.Monitoring;
using SmeOrleans.Grains.Monitoring;
using SmeOrleans.GrpcFrontend.Cases;
using SmeOrleans.GrpcFrontend.Payments;

namespace SmeOrleans.GrpcFrontend.Monitoring;

/// <summary>Mid-term reports and visits (M-5, M-6).</summary>
internal sealed class MonitoringApi(CaseDesk desk, IGrainFactory grains) : V1.MonitoringService.MonitoringServiceBase
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

    public override async Task<V1.VisitDraw> DrawVisits(V1.DrawVisitsRequest request, ServerCallContext context)
    {
        var check = new ShapeCheck();
        var id = check.RequestId(request.RequestId);
        var name = $"{check.Round(request.Round, "round")}/visitDraws/{request.DrawId}";
        check.Require(ResourceNames.IsRoundId(request.DrawId), "draw_id", "must be 1 to 32 of a-z, 0-9 and -");
        var command = new DrawVisits(check.Text(request.Seed, "seed", 100, required: true));
        check.Finish();
        var answer = await context.Execute(
            grains.GetGrain<IVisitDrawGrain>(name), command, WriteRequest.Of(context, id, request, request.ValidateOnly));
        return Of(answer.State!);
    }

    public override async Task<V1.VisitDraw> GetVisitDraw(V1.GetVisitDrawRequest request, ServerCallContext context)
    {
        var check = new ShapeCheck();
        check.Require(ResourceNames.IsVisitDraw(request.Name), "name", "must be rounds/{round}/visitDraws/{draw}");
        check.Finish();
        return Of((await context.Read(grains.GetGrain<IVisitDrawGrain>(request.Name))).State);
    }

    private static V1.VisitDraw Of(VisitDraw draw) => new()
    {
        Name = draw.Name,
        Seed = draw.Seed,
        Population = { draw.Population },
        PopulationSha256 = draw.PopulationSha256,
        SampleSize = draw.Drawn.Count,
        Drawn = { draw.Drawn },
        DrawTime = Times.Of(draw.DrawnAt),
    };
}
