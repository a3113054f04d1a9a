namespace SmeOrleans.Domain.JointMeetings;

/// <summary>Something that happened to a joint meeting.</summary>
public abstract record JointMeetingEvent(DateTimeOffset At);

public sealed record MeetingOpened(DateTimeOffset At, ImmutableList<Entry> Entries, ImmutableList<BudgetLine> Lines) : JointMeetingEvent(At);

public sealed record ScenarioCopied(DateTimeOffset At, string From, string To) : JointMeetingEvent(At);

public sealed record ChangeMade(DateTimeOffset At, string Scenario, MeetingChange Change) : JointMeetingEvent(At);

public sealed record ChangeUndone(DateTimeOffset At, string Scenario) : JointMeetingEvent(At);

public sealed record ScenarioAdopted(DateTimeOffset At, string Scenario) : JointMeetingEvent(At);

/// <param name="Lines">After the money that was moved between them.</param>
public sealed record MeetingFrozen(
    DateTimeOffset At, Minutes Minutes, ImmutableList<EntryOutcome> Outcomes, ImmutableList<BudgetLine> Lines) : JointMeetingEvent(At);

/// <param name="Lines">As the round has them: moved money is moved back.</param>
public sealed record MeetingReopened(DateTimeOffset At, string Reason, ImmutableList<BudgetLine> Lines) : JointMeetingEvent(At);

public sealed record MinutesSigned(DateTimeOffset At, MinutesSignature Signature) : JointMeetingEvent(At);

public sealed record ResultsPublished(DateTimeOffset At) : JointMeetingEvent(At);

/// <summary>An entry's outcome after its case, or one of its cases, has left.</summary>
public sealed record PlaceReleased(DateTimeOffset At, string Case, EntryOutcome Outcome) : JointMeetingEvent(At);

/// <summary>Before the freeze all cases of an entry left: there is nothing to decide.</summary>
public sealed record EntryLeft(DateTimeOffset At, string Item, string Case) : JointMeetingEvent(At);

public sealed record ReserveCalled(DateTimeOffset At, EntryOutcome Outcome) : JointMeetingEvent(At);

/// <param name="Answer">Accepted, refused or lapsed.</param>
public sealed record OfferAnswered(DateTimeOffset At, OfferAnswer Answer, EntryOutcome Outcome) : JointMeetingEvent(At);

/// <param name="Outcomes">Of those who were still on reserve: declined.</param>
public sealed record ReserveEnded(DateTimeOffset At, ImmutableList<EntryOutcome> Outcomes) : JointMeetingEvent(At);

/// <summary>What became of an offer.</summary>
public enum OfferAnswer
{
    Unspecified,
    Accepted,
    Refused,
    Lapsed,
}
