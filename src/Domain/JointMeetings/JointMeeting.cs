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

/// <summary>One case of an entry, with the money asked for and recommended.</summary>
[GenerateSerializer, Immutable, Alias("sme.EntryCase")]
public sealed record EntryCase(string Case, string CaseNumber, string Company, Budget Recommended);

/// <summary>What is ranked: a case, or a common project as one (T-8).</summary>
/// <param name="Item">Resource name of the case or common project.</param>
/// <param name="Line">Code of the budget line that carries it.</param>
/// <param name="Session">Session that graded it; empty in rounds without panels.</param>
[GenerateSerializer, Immutable, Alias("sme.Entry")]
public sealed record Entry(
    string Item,
    CaseMode Mode,
    string Group,
    string Line,
    string Unit,
    string Title,
    string Session,
    MeanScore Mean,
    Grade Grade,
    bool FemaleFirst,
    DateTimeOffset ReceivedAt,
    ImmutableList<EntryCase> Cases)
{
    /// <summary>Government money of all its cases.</summary>
    public Ntd Government => new(Cases.Sum(one => one.Recommended.Government.Amount));
}

/// <summary>What becomes of an entry.</summary>
public enum EntryDecision
{
    None,
    Approved,
    Reserve,

    /// <summary>A freed place is offered; its money is held until the reply deadline (J-4).</summary>
    Offered,

    /// <summary>Not recommended, excluded, or a place refused or lapsed.</summary>
    Declined,

    /// <summary>Was approved and gave up; its money is free again.</summary>
    Released,
}

/// <summary>The outcome for one entry.</summary>
/// <param name="Rank">Within group and mode among the recommended, from 1; 0 = not recommended.</param>
/// <param name="ReserveOrder">Within group and mode, from 1; 0 = not on reserve when the list was drawn. Kept when it moves up.</param>
/// <param name="Amounts">Approved money by case; the recommended one while it is on reserve.</param>
/// <param name="OfferExpiresAt">Last moment of the reply to an offer.</param>
/// <param name="OfferDerivation">How it was counted.</param>
[GenerateSerializer, Immutable, Alias("sme.EntryOutcome")]
public sealed record EntryOutcome(
    string Item, int Rank, EntryDecision Decision, int ReserveOrder, ImmutableList<EntryCase> Amounts, DateTimeOffset? OfferExpiresAt,
    ImmutableList<DeadlineStep>? OfferDerivation = null)
{
    public Ntd Government => new(Amounts.Sum(one => one.Recommended.Government.Amount));
}

/// <summary>One change that the meeting makes to what the ranking gives (J-3).</summary>
[GenerateSerializer, Immutable, Alias("sme.MeetingChange")]
public sealed record MeetingChange(
    MeetingChangeKind Kind, string Item, string Case, Budget? Budget, string FromLine, string ToLine, Ntd Amount, string Reason, string By, DateTimeOffset At);

/// <summary>What a change does.</summary>
public enum MeetingChangeKind
{
    Unspecified,

    /// <summary>Another amount for a case.</summary>
    ChangeAmount,

    /// <summary>Approve it whatever its rank, if its line can carry it.</summary>
    Approve,

    /// <summary>Keep it off the approved list: it goes to the reserve in its order.</summary>
    HoldBack,

    /// <summary>Decline it.</summary>
    Decline,

    /// <summary>Move money between budget lines.</summary>
    MoveMoney,

    /// <summary>Lower the cut: approve no more than so many entries of a line by rank.</summary>
    LimitCount,
}

/// <summary>A chair's or the bureau's signature under the minutes.</summary>
[GenerateSerializer, Immutable, Alias("sme.MinutesSignature")]
public sealed record MinutesSignature(string Subject, string Group, DateTimeOffset SignedAt);

/// <summary>The minutes: everything from which the list can be recomputed byte for byte.</summary>
/// <param name="Text">Canonical text: entries, lines, changes, outcome.</param>
/// <param name="Sha256">Of the text in UTF-8, lower-case hex.</param>
/// <param name="SignedMinutes">JWS over the digest.</param>
[GenerateSerializer, Immutable, Alias("sme.Minutes")]
public sealed record Minutes(
    string Text, string Sha256, string SignedMinutes, DateTimeOffset FrozenAt, ImmutableList<MinutesSignature> Signatures);

/// <summary>The joint meeting of a round: entries, what-if copies, the decided list and, once published, the moving reserve.</summary>
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
        ImmutableSortedDictionary.Create<string, ImmutableList<MeetingChange>>(StringComparer.Ordinal),
        ImmutableSortedDictionary.Create<string, EntryOutcome>(StringComparer.Ordinal), null, null, false);

    /// <summary>The entry that a case belongs to, or null.</summary>
    public Entry? EntryOf(string caseName) =>
        Entries.GetValueOrDefault(caseName) ?? Entries.Values.FirstOrDefault(entry => entry.Cases.Exists(one => one.Case == caseName));

    /// <summary>What was decided of a case, or null before the publication.</summary>
    public EntryOutcome? PublishedOutcomeOf(string caseName) =>
        Phase == MeetingPhase.Published && EntryOf(caseName) is { } entry ? Outcomes.GetValueOrDefault(entry.Item) : null;
}
