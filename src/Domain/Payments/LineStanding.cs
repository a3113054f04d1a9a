namespace SmeOrleans.Domain.Payments;

/// <summary>What the ledgers of the cases of a budget line add up to.</summary>
public sealed record LineMoney(Ntd Committed, Ntd Paid)
{
    public static readonly LineMoney None = new(Ntd.Zero, Ntd.Zero);
}

/// <summary>Where a budget line stands (J-2, J-5, M-2).</summary>
/// <param name="Amount">Set aside, after what the joint meeting moved.</param>
/// <param name="Approved">Given away by the published list, or moved up since; of cases that left, what was paid and did not come back.</param>
/// <param name="Offered">Held for places on offer.</param>
/// <param name="Committed">Committed to cases and not released.</param>
/// <param name="Paid">Paid and not come back.</param>
public sealed record LineStanding(string Code, string DisplayName, Ntd Amount, Ntd Approved, Ntd Offered, Ntd Committed, Ntd Paid)
{
    /// <summary>Left to approve.</summary>
    public Ntd Left => Amount - Approved - Offered;

    /// <summary>Each line of the meeting; of the round as long as there is no meeting.</summary>
    public static ImmutableList<LineStanding> Of(Round round, JointMeeting? meeting, IReadOnlyDictionary<string, LineMoney> money) =>
        (meeting is { Lines.IsEmpty: false } ? meeting.Lines : round.Rules.BudgetLines).ConvertAll(line =>
        {
            var spent = money.GetValueOrDefault(line.Code, LineMoney.None);
            return new LineStanding(line.Code, line.DisplayName, line.Amount,
                Given(meeting, line.Code, onOffer: false), Given(meeting, line.Code, onOffer: true), spent.Committed, spent.Paid);
        });

    public static LineStanding Total(ImmutableList<LineStanding> lines) => new(
        "total", "合計", Sum(lines, line => line.Amount), Sum(lines, line => line.Approved), Sum(lines, line => line.Offered),
        Sum(lines, line => line.Committed), Sum(lines, line => line.Paid));

    // Before the publication nothing is given away: the list may still change.
    private static Ntd Given(JointMeeting? meeting, string line, bool onOffer) => meeting is { Phase: MeetingPhase.Published }
        ? new(meeting.Outcomes.Values
            .Where(outcome => outcome.Decision == EntryDecision.Offered == onOffer && meeting.Entries[outcome.Item].Line == line)
            .Sum(outcome => outcome.Taken.Amount))
        : Ntd.Zero;

    private static Ntd Sum(ImmutableList<LineStanding> lines, Func<LineStanding, Ntd> amount) => new(lines.Sum(line => amount(line).Amount));
}
