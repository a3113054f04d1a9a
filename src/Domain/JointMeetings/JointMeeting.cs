namespace SmeOrleans.Domain.JointMeetings;

/// <summary>How far the joint meeting (聯席會議) of a round has come.</summary>
public enum MeetingPhase
{
    None,

    /// <summary>Copies and changes may be made.</summary>
    Open,

    /// <summary>The list is fixed in the minutes; chairs sign.</summary>
    Frozen,

    /// <summary>Confirmed and published; from here on only the reserve moves (J-3, J-4).</summary>
    Published,
}

/// <summary>The joint meeting of a round: entries, what-if copies, the decided list and, once published, the moving reserve.</summary>
/// <param name="Lines">As the round has them; from the freeze on with the money that was moved.</param>
/// <param name="Scenarios">What-if copies by name; <see cref="MainScenario"/> is the one that will be frozen.</param>
/// <param name="Outcomes">By item, from the freeze on.</param>
/// <param name="ReserveClosed">No further place is offered.</param>
[GenerateSerializer, Immutable, Alias("sme.JointMeeting")]
public sealed record JointMeeting(
    string Name,
    MeetingPhase Phase,
    ImmutableSortedDictionary<string, Entry> Entries,
    ImmutableList<BudgetLine> Lines,
    ImmutableSortedDictionary<string, ImmutableList<MeetingChange>> Scenarios,
    ImmutableSortedDictionary<string, EntryOutcome> Outcomes,
    Minutes? Minutes,
    DateTimeOffset? PublishedAt,
    bool ReserveClosed)
{
    public const string MainScenario = "main";

    public static JointMeeting Unknown(string name) => new(
        name, MeetingPhase.None,
        ImmutableSortedDictionary.Create<string, Entry>(StringComparer.Ordinal), [],
        ImmutableSortedDictionary.Create<string, ImmutableList<MeetingChange>>(StringComparer.Ordinal).Add(MainScenario, []),
        ImmutableSortedDictionary.Create<string, EntryOutcome>(StringComparer.Ordinal), null, null, false);

    /// <summary>The entry that a case belongs to, or null.</summary>
    public Entry? EntryOf(string caseName) =>
        Entries.GetValueOrDefault(caseName) ?? Entries.Values.FirstOrDefault(entry => entry.Cases.Exists(one => one.Case == caseName));

    /// <summary>What was decided of a case, or null before the publication.</summary>
    public EntryOutcome? PublishedOutcomeOf(string caseName) =>
        Phase == MeetingPhase.Published && EntryOf(caseName) is { } entry ? Outcomes.GetValueOrDefault(entry.Item) : null;

    /// <summary>What is left of a line by the outcomes that hold.</summary>
    public Ntd LeftOf(BudgetLine line) => MeetingOutcome.LeftOf(line, Entries.Values, Outcomes);

    /// <summary>When the first of the open offers expires, or null.</summary>
    public DateTimeOffset? NextOfferExpiry => Outcomes.Values.Where(outcome => outcome.Decision == EntryDecision.Offered).Min(outcome => outcome.OfferExpiresAt);

    /// <summary>The state after an event. Total, and without rules.</summary>
    public JointMeeting Apply(JointMeetingEvent happened) => happened switch
    {
        MeetingOpened e => this with
        {
            Phase = MeetingPhase.Open,
            Entries = e.Entries.ToImmutableSortedDictionary(entry => entry.Item, entry => entry, StringComparer.Ordinal),
            Lines = e.Lines,
        },
        ScenarioCopied e => this with { Scenarios = Scenarios.SetItem(e.To, Scenarios[e.From]) },
        ChangeMade e => this with { Scenarios = Scenarios.SetItem(e.Scenario, Scenarios[e.Scenario].Add(e.Change)) },
        ChangeUndone e => this with { Scenarios = Scenarios.SetItem(e.Scenario, Scenarios[e.Scenario].RemoveAt(Scenarios[e.Scenario].Count - 1)) },
        ScenarioAdopted e => this with { Scenarios = Scenarios.SetItem(MainScenario, Scenarios[e.Scenario]) },
        MeetingFrozen e => this with { Phase = MeetingPhase.Frozen, Minutes = e.Minutes, Outcomes = ByItem(e.Outcomes), Lines = e.Lines },
        MeetingReopened e => this with { Phase = MeetingPhase.Open, Minutes = null, Outcomes = Outcomes.Clear(), Lines = e.Lines },
        MinutesSigned e => this with { Minutes = Minutes! with { Signatures = Minutes.Signatures.Add(e.Signature) } },
        ResultsPublished e => this with { Phase = MeetingPhase.Published, PublishedAt = e.At },
        PlaceReleased e => With(e.Outcome),
        EntryLeft e => this with { Entries = Entries.Remove(e.Item) },
        ReserveCalled e => With(e.Outcome),
        OfferAnswered e => With(e.Outcome),
        ReserveEnded e => e.Outcomes.Aggregate(this, (meeting, outcome) => meeting.With(outcome)) with { ReserveClosed = true },
        _ => throw new InvalidOperationException($"Unknown event {happened.GetType().Name}"),
    };

    private JointMeeting With(EntryOutcome outcome) => this with { Outcomes = Outcomes.SetItem(outcome.Item, outcome) };

    private static ImmutableSortedDictionary<string, EntryOutcome> ByItem(IEnumerable<EntryOutcome> outcomes) =>
        outcomes.ToImmutableSortedDictionary(outcome => outcome.Item, outcome => outcome, StringComparer.Ordinal);
}
