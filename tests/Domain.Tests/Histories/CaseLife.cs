namespace SmeOrleans.Domain.Tests.Histories;

/// <summary>A random life of a case: reads steps as commands and facts, and lets the machine decide.</summary>
internal sealed partial class CaseLife(CaseStep[] steps)
{
    private const int AnyCommandEach = 8;

    private static readonly ImmutableArray<Type> Commands = Tests.Cases.Samples.Commands;

    /// <summary>Ways out would end most histories early: they come seldom.</summary>
    private static readonly ImmutableHashSet<string> Exits = [nameof(Withdraw), nameof(GiveUp), nameof(Discontinue), nameof(OrderCorrection)];

    private DateTimeOffset _now = Example.OpensAt;
    private long _version;

    public Case Case { get; private set; } = Case.None(Example.CaseName);

    /// <summary>A life that has come through review: every step is about contract and money. The first step says how far it is.</summary>
    public static CaseLife Later(CaseStep[] steps) => new(steps)
    {
        Case = Starts[(steps is [{ Detail: var detail }, ..] ? detail : 0) % Starts.Length],
        _now = Example.ClosesAt,
        _version = 1,
    };

    /// <summary>From nothing, or from later: some things are rare before the end of a long life.</summary>
    public static CaseLife Any(CaseStep[] steps) => steps is [{ Wait: var wait }, ..] && wait % 2 == 0 ? Later(steps) : new(steps);

    private static readonly ImmutableArray<Case> Starts =
    [
        .. new[] { false, true }.Select(pledge => Example.Application with { DesignAwardPledge = pledge }).SelectMany(application => new[]
        {
            Tests.Walk.ToRecommended(application).Case,
            Tests.Walk.ToExecuting(application).Case,
            Tests.Walk.ToExecuting(application, Example.Money(200_000, 0)).MidtermPassed().Case,
            Tests.Walk.ToExecuting(application, Example.Money(199_999, 50_001)).MidtermPassed().Case,
            Tests.Walk.ToExecuting(application).MidtermPassed().Case,
            Tests.Walk.ToFinalReview(application: application).Case,
        }),
    ];

    /// <summary>Runs all steps; looks at each.</summary>
    public Case Run(Action<Case, CaseCommand, Decision<CaseEvent>, Case> look)
    {
        foreach (var step in steps)
        {
            _now += step.Later;
            var before = Case;
            var command = CommandOf(step);
            var decision = CaseMachine.Decide(before, command, FactsOf(step));
            Case = decision.Events.Aggregate(before, (subject, happened) => subject.Apply(happened));
            _version += decision.Events.Count;
            look(before, command, decision, Case);
        }

        return Case;
    }

    public Case Run() => Run((_, _, _, _) => { });

    private CaseCommand CommandOf(CaseStep step)
    {
        var legal = CaseMachine.Moves.Where(move => move.From == Case.State && !IsUnlikely(move, step)).ToList();
        return step.Fact % AnyCommandEach == 0 || legal.Count == 0
            ? Of(Commands[step.Command % Commands.Length].Name, step.Detail)
            : Of(Prepared(legal[step.Command % legal.Count].Command.Name, step.Detail), step.Detail);
    }

    /// <summary>Most units have their documents together before they submit.</summary>
    private string Prepared(string command, int detail) =>
        command == nameof(Submit) && detail % 9 > 0 && !Case.Missing(Example.Rules).IsEmpty ? nameof(AttachDocument) : command;

    private static bool IsUnlikely(CaseMove move, CaseStep step) => step.Detail % 20 != 0
        && (Exits.Contains(move.Command.Name) || move is { From: CaseState.Qualified, To: CaseState.Returned });

    private CaseFacts FactsOf(CaseStep step) => Example.Facts with
    {
        ReceivedAt = _now,
        Version = _version,
        Round = step.Fact % 50 == 1 ? WithoutMidterm : Example.Round,
        Company = step.Fact % 61 == 1 ? Tests.Walk.Blocked(Example.Facts).Company : Example.Company,
        Project = (step.Fact % 41 == 1 ? BelowFloor : Example.FullProject) with { Confirmation = (Confirmation)(step.Fact % 3) },
        Obstacles = step.Fact % 59 == 1 ? [new(Reasons.QuotaYear.Code, ["prior/107"])] : [],
        QuotaRefusal = step.Fact % 11 == 1 ? Rejection.Because(Reasons.QuotaYear) : null,
        Session = Sessions[step.Fact / 10 % Sessions.Length],
        Meeting = MeetingOf(step.Fact / 10),
    };

    /// <summary>Nearly always one that has something to say to a case in this state.</summary>
    private JointMeeting MeetingOf(int fact) => Case.State switch
    {
        CaseState.Graded or CaseState.Qualified => fact % 3 == 0 ? NotRecommending : Open[fact % Open.Length],
        CaseState.NotRecommended when fact % 2 == 0 => Declining,
        CaseState.NotRecommended or CaseState.Recommended when fact % 7 == 0 => fact % 2 == 0 ? NotRecommending : Open[0],
        CaseState.Reserve when fact % 2 == 0 => Offering,
        CaseState.Recommended when fact % 5 == 0 => Reserving,
        _ when fact % 19 == 0 => Declining,
        _ => Approving[fact % Approving.Length],
    };

    private static readonly CommonProject BelowFloor = Example.FullProject.Apply(new CaseDropped($"{Example.RoundName}/cases/1"));

    private static readonly Round WithoutMidterm = Example.Round with
    {
        Rules = Example.Rules with { Execution = Example.Rules.Execution with { MidtermReport = false } },
    };

    private static readonly Session Scheduled = Example.Scheduled();

    private static readonly ImmutableArray<Session> Sessions =
    [
        Scheduled, Scheduled, Example.Closed(), Example.Closed(95), Example.Closed(50),
        Scheduled.Apply(new ItemRemoved(Example.InWindow, Example.CaseName)),
    ];

    /// <summary>Moneys that a case is approved with: to the dollar, without company money, tiny, at the cap.</summary>
    private static readonly ImmutableArray<Budget> Awards =
        [Example.Agreed, Example.Money(200_000, 50_000), Example.Money(200_000, 0), Example.Money(199_999, 50_001), Example.Money(1, 1), Example.Money(3, 2)];

    private static readonly ImmutableArray<JointMeeting> Open = [.. Awards.Select(money => Example.Meeting(EntryDecision.None, money: money))];
    private static readonly ImmutableArray<JointMeeting> Approving = [.. Awards.Select(money => Example.Meeting(EntryDecision.Approved, money: money))];
    private static readonly JointMeeting NotRecommending = Example.Meeting(EntryDecision.None, Grade.Not);
    private static readonly JointMeeting Reserving = Example.Meeting(EntryDecision.Reserve);
    private static readonly JointMeeting Offering = Example.Meeting(EntryDecision.Offered);
    private static readonly JointMeeting Declining = Example.Meeting(EntryDecision.Declined);
}
