namespace SmeOrleans.Domain.Companies;

/// <summary>Quotas of a company (Q-1 … Q-5), as data of a round.</summary>
/// <param name="NotCounted">The round's cases count for no quota .</param>
/// <param name="RefuseAtIntake">True: refuse at submission; false: take in and return in screening (S-2).</param>
[GenerateSerializer, Immutable, Alias("sme.QuotaRules")]
public sealed record QuotaRules(int PerRound, int PerYear, int PerThreeYears, bool NotCounted, bool RefuseAtIntake);
