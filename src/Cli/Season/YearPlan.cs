using SmeOrleans.Cli.Season.Data;
using SmeOrleans.Cli.Season.Desks;

namespace SmeOrleans.Cli.Season;

/// <summary>What all desks do in the year, as far as the replay goes: first what must be there before, then the acts of the timeline.</summary>
internal sealed class YearPlan
{
    private readonly SeasonStage stage;
    private readonly YearData? year;
    private readonly SeasonEnd end;
    private readonly CaseBook book;
    private readonly ReviewBook? review;
    private readonly DisasterDesk? disaster;

    /// <param name="year">Null: no further than the end of screening.</param>
    public YearPlan(SeasonStage stage, YearData? year, SeasonEnd end, CaseBook book)
    {
        (this.stage, this.year, this.end, this.book) = (stage, year, end, book);
        review = year is null ? null : new(stage.Data, year, book);
        disaster = year is null || end < SeasonEnd.Closing
            ? null
            : new(stage, year, new(stage.Desk.ForRound(DisasterProgramme.RoundName(stage.Programme))));
    }

    public async Task PrepareAsync(CancellationToken stop)
    {
        await new Preparation(stage).RunAsync(stop);
        if (review is not null)
        {
            await new PanelDesk(stage, review).RunAsync(stop);
        }

        if (disaster is not null)
        {
            await disaster.PrepareAsync(stop);
            await new HistoryDesk(stage, year!).RunAsync(stop);
        }
    }

    public IEnumerable<PlannedAct> Acts(Intake intake, ScreeningDesk screening) =>
    [
        .. intake.Acts(),
        .. screening.Acts(),
        .. end >= SeasonEnd.Review ? new ReviewDesk(stage, review!).Acts() : [],
        .. end >= SeasonEnd.Approval ? MeetingActs() : [],
        .. end >= SeasonEnd.Closing ? ExecutionActs() : [],
        .. disaster?.Acts() ?? [],
    ];

    private MeetingDesk Meeting => new(stage.Desk, [.. review!.Chairs.Select(chair => (chair.Group, review.TokenOf(chair.Id)))]);

    private IEnumerable<PlannedAct> MeetingActs()
    {
        var (programme, schedule) = (stage.Programme, stage.Programme.Schedule);
        var opens = programme.OpeningTime(schedule.JointMeetingOn);
        var line = programme.Round.Rules.BudgetLines[0];
        var approvedOnLine = year!.Approvals.Count(row => row is { Approved: not null, ProjectId: null } && line.Groups.Contains(row.Group));
        return
        [
            .. Meeting.Acts(opens, programme.DecisionTime(schedule.JointMeetingOn), programme.OpeningTime(schedule.ResultsPublishedOn)),
            Meeting.PlayThrough(opens, line.Code, Math.Max(approvedOnLine - 1, 0)),
        ];
    }

    // The reserve ends with the contracts: of those who sign nobody gives up any more (J-4).
    private IEnumerable<PlannedAct> ExecutionActs()
    {
        var (programme, schedule) = (stage.Programme, stage.Programme.Schedule);
        var (revised, signed) = (programme.OpeningTime(schedule.ResultsPublishedOn.AddDays(1)), programme.DecisionTime(schedule.ContractBriefingOn));
        var confirmed = programme.DecisionTime(schedule.ResultsPublishedOn.AddDays(1));
        var contracts = new ContractDesk(book);
        return
        [
            .. year!.Approvals.Where(row => row.Approved is not null)
                .SelectMany(row => contracts.ActsOf(ApprovedCaseOf(row), revised, confirmed, signed, schedule.ExecutionFrom)),
            Meeting.CloseReserve(signed),
            .. new MonitoringDesk(stage, book, review!).Acts(),
            .. new AcceptanceDesk(stage, book, review!).Acts(),
        ];
    }

    private ApprovedCase ApprovedCaseOf(ApprovalRow row) => new(
        row.ApplicationId,
        review!.TokenOf(review.LeadOf(row.ProjectId ?? row.ApplicationId)),
        [.. review.CommentsOn(row.ProjectId ?? row.ApplicationId).Select(comment => comment.CommentId)]);
}
