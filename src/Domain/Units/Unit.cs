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
/// <param name="RoundOrdinal">Number of the round; consecutive numbers are consecutive rounds.</param>
[GenerateSerializer, Immutable, Alias("sme.MajorAnomaly")]
public sealed record MajorAnomaly(int RoundOrdinal, string Grounds, DateTimeOffset RecordedAt);

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
    public DateTimeOffset? SuspendedUntil => Anomalies
        .Where(known => Anomalies.Any(other => Math.Abs((long)other.RoundOrdinal - known.RoundOrdinal) == 1))
        .Select(known => (DateTimeOffset?)known.RecordedAt.AddYears(SuspensionYears))
        .Max();

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
