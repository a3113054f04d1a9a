namespace SmeOrleans.Domain.Rounds;

/// <summary>Kind of a round.</summary>
public enum RoundKind
{
    Unspecified,
    Regular,
    Disaster,
}

/// <summary>A code with its zh-TW name.</summary>
[GenerateSerializer, Immutable, Alias("sme.Category")]
public sealed record Category(string Code, string DisplayName);

/// <summary>A region and its counties.</summary>
[GenerateSerializer, Immutable, Alias("sme.Region")]
public sealed record Region(string Code, string DisplayName, ImmutableList<string> Counties);

/// <summary>One intake with its window, codes and rules. Both ends of the window belong to it (W-1).</summary>
/// <param name="Exceptions">By unit or case; null = none.</param>
[GenerateSerializer, Immutable, Alias("sme.Round")]
public sealed record Round(
    string Name,
    string DisplayName,
    int RocYear,
    RoundKind Kind,
    DateTimeOffset OpensAt,
    DateTimeOffset ClosesAt,
    ImmutableList<Category> Groups,
    ImmutableList<Category> Functions,
    ImmutableList<Region> Regions,
    RoundRules Rules,
    ImmutableSortedDictionary<string, WindowException>? Exceptions = null)
{
    /// <summary>The exception by which a case may be submitted at a time after the close, or null: its own, else its unit's.</summary>
    public WindowException? ExceptionFor(string caseName, string unit, DateTimeOffset at) =>
        at <= ClosesAt ? null : Holding(caseName, at) ?? Holding(unit, at);

    /// <summary>The last moment at which a unit can still submit, exceptions for it or its cases included.</summary>
    public DateTimeOffset LastEntryOf(string unit) =>
        (Exceptions?.Values ?? []).Where(one => one.Unit == unit).Select(one => one.Until).Append(ClosesAt).Max();

    private WindowException? Holding(string name, DateTimeOffset at) =>
        Exceptions?.GetValueOrDefault(name) is { } exception && at <= exception.Until ? exception : null;

    /// <summary>Code of the region of a county, or <c>other</c>.</summary>
    public string RegionOf(string county) => Regions.Find(region => region.Counties.Contains(county))?.Code ?? "other";

    /// <summary>The codes that are not among this round's; paths start with <paramref name="parent"/>.</summary>
    public IEnumerable<FieldViolation> WrongCodes(string group, string function, string parent)
    {
        if (!Groups.Exists(category => category.Code == group))
        {
            yield return new($"{parent}.group", "must be a group code of the round");
        }

        if (!Functions.Exists(category => category.Code == function))
        {
            yield return new($"{parent}.function", "must be a function code of the round");
        }
    }
}

/// <summary>Something that happened to a round.</summary>
public abstract record RoundEvent;

public sealed record RoundCreated(Round Round) : RoundEvent;

public sealed record RoundUpdated(Round Round) : RoundEvent;

public sealed record WindowExtended(DateTimeOffset From, DateTimeOffset To, string Reason) : RoundEvent;

public sealed record ExceptionGranted(WindowException Exception) : RoundEvent;
