namespace SmeOrleans.Domain.Companies;

/// <summary>Which SME test applies (S-1).</summary>
public enum Sector
{
    Unspecified,
    Manufacturing,
    Services,
}

/// <summary>Facts about a company.</summary>
[GenerateSerializer, Immutable, Alias("sme.CompanyProfile")]
public sealed record CompanyProfile(
    string DisplayName,
    string County,
    string Industry,
    Sector Sector,
    Ntd Capital,
    int Employees,
    Ntd Revenue,
    bool TradeLiberalisation,
    bool OutlyingIsland,
    bool FivePlusTwo,
    bool FemaleHead,
    bool TaxArrears);

/// <summary>How far a case has come in its company's quota.</summary>
public enum QuotaStage
{
    /// <summary>Submitted: counts for Q-1.</summary>
    Applied,

    /// <summary>Accepted for guidance: counts for .</summary>
    Accepted,

    /// <summary>Returned, withdrawn, given up …: counts for nothing.</summary>
    Released,
}

/// <summary>One case in its company's quota.</summary>
[GenerateSerializer, Immutable, Alias("sme.QuotaEntry")]
public sealed record QuotaEntry(
    string Case, string Round, int RocYear, DateTimeOffset ReceivedAt, bool Counted, QuotaStage Stage);

/// <summary>A company: its facts and what counts in its quotas. Counters are never kept, only counted.</summary>
[GenerateSerializer, Immutable, Alias("sme.Company")]
public sealed record Company(
    string Name,
    CompanyProfile? Profile,
    ImmutableSortedDictionary<int, int> PriorCases,
    ImmutableSortedDictionary<string, QuotaEntry> Entries)
{
    public static Company Unknown(string name) =>
        new(name, null, ImmutableSortedDictionary<int, int>.Empty, ImmutableSortedDictionary.Create<string, QuotaEntry>(StringComparer.Ordinal));

    public Company Apply(CompanyEvent happened) => happened switch
    {
        CompanyRegistered e => this with { Profile = e.Profile },
        CompanyUpdated e => this with { Profile = e.Profile },
        PriorCasesRecorded e => this with { PriorCases = PriorCases.SetItem(e.RocYear, e.Count) },
        QuotaReserved e => this with { Entries = Entries.SetItem(e.Entry.Case, e.Entry) },
        QuotaAccepted e => With(e.Case, entry => entry with { Stage = QuotaStage.Accepted }),
        QuotaReleased e => With(e.Case, entry => entry with { Stage = QuotaStage.Released }),
        _ => throw new InvalidOperationException($"Unknown event {happened.GetType().Name}"),
    };

    private Company With(string caseName, Func<QuotaEntry, QuotaEntry> change) =>
        Entries.TryGetValue(caseName, out var entry) ? this with { Entries = Entries.SetItem(caseName, change(entry)) } : this;
}

/// <summary>Something that happened to a company.</summary>
public abstract record CompanyEvent;

public sealed record CompanyRegistered(CompanyProfile Profile) : CompanyEvent;

public sealed record CompanyUpdated(CompanyProfile Profile) : CompanyEvent;

public sealed record PriorCasesRecorded(int RocYear, int Count) : CompanyEvent;

public sealed record QuotaReserved(QuotaEntry Entry) : CompanyEvent;

public sealed record QuotaAccepted(string Case) : CompanyEvent;

public sealed record QuotaReleased(string Case) : CompanyEvent;
