namespace SmeOrleans.Domain.JointMeetings;

/// <summary>What can be asked of the joint meeting of a round.</summary>
[GenerateSerializer, Immutable, Alias("sme.JointMeetingCommand")]
public abstract record JointMeetingCommand;

/// <summary>Take over every graded item (in rounds without panels: every qualified case) and rank; again while open, to take over late changes.</summary>
[GenerateSerializer, Immutable, Alias("sme.OpenMeeting")]
public sealed record OpenMeeting : JointMeetingCommand;

/// <summary>Make a what-if copy (J-3).</summary>
[GenerateSerializer, Immutable, Alias("sme.CopyScenario")]
public sealed record CopyScenario(string From, string To) : JointMeetingCommand;

/// <summary>Add a change to a scenario; refused when its outcome would break a rule (J-5).</summary>
[GenerateSerializer, Immutable, Alias("sme.MakeChange")]
public sealed record MakeChange(string Scenario, MeetingChange Change) : JointMeetingCommand;

/// <summary>Take the last change of a scenario back.</summary>
[GenerateSerializer, Immutable, Alias("sme.UndoChange")]
public sealed record UndoChange(string Scenario) : JointMeetingCommand;

/// <summary>Make a copy the main scenario.</summary>
[GenerateSerializer, Immutable, Alias("sme.AdoptScenario")]
public sealed record AdoptScenario(string Scenario) : JointMeetingCommand;

/// <summary>Fix the main scenario in the minutes.</summary>
[GenerateSerializer, Immutable, Alias("sme.FreezeMeeting")]
public sealed record FreezeMeeting : JointMeetingCommand;

/// <summary>Open it again before publication, with a reason; signatures are void.</summary>
[GenerateSerializer, Immutable, Alias("sme.ReopenMeeting")]
public sealed record ReopenMeeting(string Reason) : JointMeetingCommand;

/// <summary>By a chair, or by the bureau.</summary>
/// <param name="Subject">Who signs, from the token.</param>
/// <param name="Group">The chair's group; empty = the bureau.</param>
[GenerateSerializer, Immutable, Alias("sme.SignMinutes")]
public sealed record SignMinutes(string Subject, string Group, string MinutesSha256) : JointMeetingCommand;

/// <summary>Publish the confirmed list (J-3).</summary>
[GenerateSerializer, Immutable, Alias("sme.PublishResults")]
public sealed record PublishResults : JointMeetingCommand;

/// <summary>The service's own: a case has left, or could not be approved; its money is free again (J-4).</summary>
[GenerateSerializer, Immutable, Alias("sme.ReleasePlace")]
public sealed record ReleasePlace(string Case) : JointMeetingCommand;

/// <summary>By the unit of the case: take or refuse the place on offer (J-4).</summary>
[GenerateSerializer, Immutable, Alias("sme.AnswerOffer")]
public sealed record AnswerOffer(string Item, bool Accept) : JointMeetingCommand;

/// <summary>The service's own: offers whose reply deadline has passed.</summary>
[GenerateSerializer, Immutable, Alias("sme.LapseOffers")]
public sealed record LapseOffers : JointMeetingCommand;

/// <summary>No further place is offered; who is still on reserve is declined.</summary>
[GenerateSerializer, Immutable, Alias("sme.CloseReserve")]
public sealed record CloseReserve : JointMeetingCommand;

/// <summary>What the joint meeting needs to know of others; what a command does not need may be empty.</summary>
/// <param name="Entries">What there is to decide, for <see cref="OpenMeeting"/>; in any order.</param>
/// <param name="Unfinished">Names of cases of the round whose review is not complete.</param>
/// <param name="Panels">The round's panels by group.</param>
/// <param name="Leaving">The case of <see cref="ReleasePlace"/>, or null.</param>
/// <param name="Signed">Signs a digest: the minutes' JWS.</param>
public sealed record JointMeetingFacts(
    DateTimeOffset ReceivedAt,
    Round Round,
    ImmutableList<Entry> Entries,
    ImmutableList<string> Unfinished,
    ImmutableSortedDictionary<string, Panel> Panels,
    Case? Leaving,
    Func<string, string>? Signed);
