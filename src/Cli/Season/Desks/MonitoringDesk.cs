using SmeOrleans.Cli.Ledger;
using SmeOrleans.Cli.Season.Data;

namespace SmeOrleans.Cli.Season.Desks;

/// <summary>While cases are executed: mid-term reports, visits, early ends (M-4 to M-6).</summary>
internal sealed class MonitoringDesk(SeasonStage stage, CaseBook book, ReviewBook review)
{
    private SeasonDesk Desk => book.Desk;

    private Programme Programme => stage.Programme;

    /// <summary>The office draws a sample of its own; which cases were really visited is in the data.</summary>
    public const string DrawId = "office";

    public IEnumerable<PlannedAct> Acts() =>
    [
        .. review.Year.Midterms.SelectMany(MidtermActs),
        new(Programme.OpeningTime(Programme.Schedule.VisitsFrom), Turn.VisitDraw, DrawAsync),
        .. review.Year.Visits.SelectMany(VisitActs),
        .. review.Year.Closures.Select(row => new PlannedAct(Programme.DecisionTime(row.ClosedOn), Turn.EarlyEnd, stop => EndAsync(row, stop))),
    ];

    private IEnumerable<PlannedAct> MidtermActs(MidtermRow row)
    {
        yield return new(Programme.OpeningTime(row.SubmittedOn), Turn.MidtermReport, async stop =>
        {
            await book.UnitStepAsync(row.ApplicationId, CaseSteps.MidtermReport,
                (name, id) => new FileMidtermReportRequest { Name = name, Spending = row.Spending, ProgressPercent = row.ProgressPercent, RequestId = id },
                Desk.Connection.Monitoring.FileMidtermReportAsync, stop);
            await book.FileAccountsAsync(row.ApplicationId, 1, row.Spending, stop);
        });
        var lead = review.ApprovalOf(row.ApplicationId)?.LeadReviewer ?? "";
        yield return new(Programme.DecisionTime(row.ReviewedOn), Turn.MidtermReview, stop => book.StepAsync(
            row.ApplicationId, CaseSteps.MidtermReview, review.TokenOf(lead),
            (name, id) => new ReviewMidtermRequest { Name = name, Passed = row.Passed, RequestId = id }, Desk.Connection.Monitoring.ReviewMidtermAsync, stop));
    }

    private Task DrawAsync(CancellationToken stop) => Desk.ExpectAsync("visits", "draw", Desk.Tokens.Office,
        id => new DrawVisitsRequest
        {
            Round = Desk.RoundName,
            DrawId = DrawId,
            Seed = string.Create(CultureInfo.InvariantCulture, $"{Programme.RoundId} {Programme.Schedule.VisitsFrom:yyyy-MM-dd}"),
            RequestId = id,
        },
        Desk.Connection.Monitoring.DrawVisitsAsync, stop);

    private IEnumerable<PlannedAct> VisitActs(VisitRow row)
    {
        var chosenOn = row.VisitedOn < Programme.Schedule.VisitsFrom ? row.VisitedOn : Programme.Schedule.VisitsFrom;
        yield return new(Programme.OpeningTime(chosenOn), Turn.VisitChoice, stop => row.ByOffice
            ? book.OfficeStepAsync(row.ApplicationId, "select for visit",
                (name, id) => new SelectForVisitRequest { Name = name, Reason = row.Reason, RequestId = id }, Desk.Connection.Monitoring.SelectForVisitAsync, stop)
            : book.StepAsync(row.ApplicationId, "pick for visit", review.TokenOf(row.ReviewerId),
                (name, id) => new PickForVisitRequest { Name = name, Reason = row.Reason, RequestId = id }, Desk.Connection.Monitoring.PickForVisitAsync, stop));
        yield return book.VisitAct(row.ApplicationId, review.TokenOf(row.ReviewerId), Programme.DecisionTime(row.VisitedOn), row.Result);
    }

    private async Task EndAsync(ClosureRow row, CancellationToken stop)
    {
        await book.OfficeStepAsync(row.ApplicationId, CaseSteps.Discontinue,
            (name, id) => new DiscontinueCaseRequest { Name = name, Reason = row.Reason, RequestId = id }, Desk.Connection.Anomalies.DiscontinueCaseAsync, stop);
        if (row.Returned > 0)
        {
            await book.OfficeStepAsync(row.ApplicationId, CaseSteps.Refund,
                (name, id) => new RecordRefundRequest { Name = name, AmountNtd = row.Returned, RequestId = id }, Desk.Connection.Payments.RecordRefundAsync, stop);
        }
    }
}
