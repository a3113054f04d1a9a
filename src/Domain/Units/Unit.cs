namespace SmeOrleans.Domain.Units;

/// <summary>Kind of a guidance unit.</summary>
public enum UnitKind
{
    Unspecified,
    Foundation,
    School,
    Service,
}

/// <summary>Facts that a unit gives about itself.</summary>
[GenerateSerializer, Immutable, Alias("sme.UnitProfile")]
public sealed record UnitProfile(
    string DisplayName, UnitKind Kind, string TaxId, string ContactEmail, string ContactOffice, bool FirstTime);

/// <summary>A major anomaly in one round .</summary>
/// <param name="RoundOrdinal">Number of the round: the ROC year. Consecutive numbers are consecutive rounds (decision 0018).</param>
/// <param name="Round">Resource name of the round; empty when the office recorded it by its number alone.</param>
[GenerateSerializer, Immutable, Alias("sme.MajorAnomaly")]
public sealed record MajorAnomaly(int RoundOrdinal, string Grounds, DateTimeOffset RecordedAt, string Round = "")
{
    /// <summary>The round as it is told to people.</summary>
    public string RoundText => Round.Length > 0 ? Round : RoundOrdinal.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>Why a unit is suspended (U-2): majors in two consecutive rounds, and from when to when.</summary>
/// <param name="Earlier">Those of the first of the two rounds.</param>
/// <param name="Later">Those of the round after it.</param>
public sealed record SuspensionGrounds(
    ImmutableList<MajorAnomaly> Earlier, ImmutableList<MajorAnomaly> Later, DateTimeOffset From, DateTimeOffset Until)
{
    /// <summary>Names of both rounds.</summary>
    public ImmutableList<string> Rounds => [.. Earlier.Concat(Later).Select(one => one.RoundText).Distinct()];
}

/// <summary>A guidance unit.</summary>
/// <param name="Applications">Round → submitted cases; kept only in rounds with a cap (U-4).</param>
[GenerateSerializer, Immutable, Alias("sme.Unit")]
public sealed record Unit(
    string Name,
    UnitProfile? Profile,
    bool Approved,
    bool LegallyRegistered,
    bool FinanceSound,
    ImmutableList<MajorAnomaly> Anomalies,
    ImmutableSortedDictionary<string, ImmutableSortedSet<string>> Applications)
{
    private const int SuspensionYears = 3;

    public static Unit Unknown(string name) => new(name, null, false, true, true, [],
        ImmutableSortedDictionary.Create<string, ImmutableSortedSet<string>>(StringComparer.Ordinal));

    /// <summary>Until when it may not submit: three years from the record of the second of two consecutive majors (U-2).</summary>
    public DateTimeOffset? SuspendedUntil => Suspension?.Until;

    /// <summary>Why it may not submit, or could not: of several pairs of rounds the one that suspends longest; null = never.</summary>
    public SuspensionGrounds? Suspension => Anomalies
        .Select(earlier => (long)earlier.RoundOrdinal).Distinct()
        .Select(ordinal => (Earlier: Of(ordinal), Later: Of(ordinal + 1)))
        .Where(pair => !pair.Later.IsEmpty)
        .Select(pair => Grounds(pair.Earlier, pair.Later))
        .MaxBy(grounds => grounds.Until);

    private ImmutableList<MajorAnomaly> Of(long ordinal) => Anomalies.FindAll(one => one.RoundOrdinal == ordinal);

    // The second of the two rounds is known from the day on which both have a record, whichever was recorded first.
    private static SuspensionGrounds Grounds(ImmutableList<MajorAnomaly> earlier, ImmutableList<MajorAnomaly> later)
    {
        var (first, second) = (earlier.Min(one => one.RecordedAt), later.Min(one => one.RecordedAt));
        var from = first > second ? first : second;
        return new(earlier, later, from, from.AddYears(SuspensionYears));
    }

    public bool IsSuspendedAt(DateTimeOffset time) => SuspendedUntil is { } until && time < until;

    public Unit Apply(UnitEvent happened) => happened switch
    {
        UnitRegistered e => this with { Profile = e.Profile },
        UnitApproved => this with { Approved = true },
        UnitEligibilityRecorded e => this with { LegallyRegistered = e.LegallyRegistered, FinanceSound = e.FinanceSound },
        MajorAnomalyRecorded e => this with { Anomalies = Anomalies.Add(e.Anomaly) },
        ApplicationCounted e => this with { Applications = Applications.SetItem(e.Round, In(e.Round).Add(e.Case)) },
        ApplicationUncounted e => this with { Applications = Applications.SetItem(e.Round, In(e.Round).Remove(e.Case)) },
        _ => throw new InvalidOperationException($"Unknown event {happened.GetType().Name}"),
    };

    /// <summary>Its counted applications in a round.</summary>
    public ImmutableSortedSet<string> In(string round) =>
        Applications.GetValueOrDefault(round) ?? ImmutableSortedSet.Create<string>(StringComparer.Ordinal);
}

/// <summary>Something that happened to a unit.</summary>
public abstract record UnitEvent;

public sealed record UnitRegistered(UnitProfile Profile) : UnitEvent;

public sealed record UnitApproved : UnitEvent;

public sealed record UnitEligibilityRecorded(bool LegallyRegistered, bool FinanceSound) : UnitEvent;

public sealed record MajorAnomalyRecorded(MajorAnomaly Anomaly) : UnitEvent;

public sealed record ApplicationCounted(string Round, string Case) : UnitEvent;

public sealed record ApplicationUncounted(string Round, string Case) : UnitEvent;
