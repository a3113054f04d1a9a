namespace SmeOrleans.Domain.Companies;

/// <summary>What can be asked of a company.</summary>
[GenerateSerializer, Immutable, Alias("sme.CompanyCommand")]
public abstract record CompanyCommand;

[GenerateSerializer, Immutable, Alias("sme.RegisterCompany")]
public sealed record RegisterCompany(CompanyProfile Profile) : CompanyCommand;

/// <param name="ExpectedVersion">Version that the caller read (AIP-154).</param>
[GenerateSerializer, Immutable, Alias("sme.UpdateCompany")]
public sealed record UpdateCompany(CompanyProfile Profile, long ExpectedVersion) : CompanyCommand;

/// <param name="Counts">ROC year → number of accepted cases.</param>
[GenerateSerializer, Immutable, Alias("sme.RecordPriorCases")]
public sealed record RecordPriorCases(ImmutableSortedDictionary<int, int> Counts) : CompanyCommand;

/// <summary>Reserve a place for a case; idempotent by case .</summary>
[GenerateSerializer, Immutable, Alias("sme.ReserveQuota")]
public sealed record ReserveQuota(string Case, string Round, int RocYear, DateTimeOffset ReceivedAt, QuotaRules Rules) : CompanyCommand;

/// <summary>A case is to be approved: count it as accepted, if leave room; idempotent by case.</summary>
[GenerateSerializer, Immutable, Alias("sme.AcceptQuota")]
public sealed record AcceptQuota(string Case, string Round, int RocYear, QuotaRules Rules) : CompanyCommand;

/// <summary>The case is gone: free its place.</summary>
[GenerateSerializer, Immutable, Alias("sme.ReleaseQuota")]
public sealed record ReleaseQuota(string Case) : CompanyCommand;
