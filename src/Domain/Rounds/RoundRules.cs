namespace SmeOrleans.Domain.Rounds;

/// <summary>The rules of a round, as data.</summary>
/// <param name="UnitApplicationCap">Applications a unit may have; 0 = no cap (U-4).</param>
/// <param name="CustomSoftwareFunction">Function that F-6 speaks of; empty = none.</param>
[GenerateSerializer, Immutable, Alias("sme.RoundRules")]
public sealed record RoundRules(
    SmeLimits Sme,
    FundingCap General,
    FundingCap TradeLiberalisation,
    CommonProjectCap Common,
    SupplementRule Supplement,
    QuotaRules Quotas,
    int UnitApplicationCap,
    int CustomSoftwareMinPercent,
    string CustomSoftwareFunction,
    ImmutableList<DocumentKind> RequiredDocuments)
{
    /// <summary>The 2018 programme's rules, which hold where a round says nothing else.</summary>
    public static readonly RoundRules Default = new(
        new(new(80_000_000), 200, new(100_000_000), 100),
        new(new(200_000), 80, false),
        new(new(237_500), 95, false),
        new(6, new(1_250_000), new(1_000_000), 80, 50),
        new(3, SupplementEnd.EndOfDay),
        new(1, 1, 2, NotCounted: false, RefuseAtIntake: false),
        0, 60, "",
        [.. Enum.GetValues<DocumentKind>().Where(kind => kind != DocumentKind.Unspecified)]);
}

/// <summary>Who counts as an SME; a firm needs only one of its sector's two limits (S-1).</summary>
[GenerateSerializer, Immutable, Alias("sme.SmeLimits")]
public sealed record SmeLimits(Ntd CapitalMax, int ManufacturingEmployeesBelow, Ntd RevenueMax, int ServicesEmployeesBelow)
{
    public bool Admit(CompanyProfile company) => company.Sector switch
    {
        Sector.Manufacturing => company.Capital <= CapitalMax || company.Employees < ManufacturingEmployeesBelow,
        Sector.Services => company.Revenue <= RevenueMax || company.Employees < ServicesEmployeesBelow,
        _ => false,
    };
}

/// <summary>Where the last day of a supplement ends.</summary>
public enum SupplementEnd
{
    /// <summary>At 24:00 Taipei time of the last day.</summary>
    EndOfDay,

    /// <summary>That many times 24 hours after the request.</summary>
    Exact,
}

/// <summary>How long a supplement may take (S-2).</summary>
[GenerateSerializer, Immutable, Alias("sme.SupplementRule")]
public sealed record SupplementRule(int Days, SupplementEnd End)
{
    /// <summary>The last moment for a request made at <paramref name="requestedAt"/>; at or before it is in time.</summary>
    public DateTimeOffset Deadline(DateTimeOffset requestedAt) => End switch
    {
        SupplementEnd.Exact => requestedAt.AddDays(Days),
        _ => Taipei.EndOf(Taipei.DateAt(requestedAt).AddDays(Days)).AddTicks(-1),
    };
}
