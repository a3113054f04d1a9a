namespace SmeOrleans.Domain.Funding;

/// <summary>Caps of government money for one case (F-1, F-2, F-4).</summary>
/// <param name="NoSelfFunding">No company money at all (F-4).</param>
[GenerateSerializer, Immutable, Alias("sme.FundingCap")]
public sealed record FundingCap(Ntd GovernmentMax, int GovernmentShareMaxPercent, bool NoSelfFunding);

/// <summary>Caps of a common project, for the least number of companies; they grow pro rata (F-3).</summary>
[GenerateSerializer, Immutable, Alias("sme.CommonProjectCap")]
public sealed record CommonProjectCap(
    int CompaniesMin, Ntd TotalMax, Ntd GovernmentMax, int GovernmentShareMaxPercent, int SharedWorkMinPercent);
