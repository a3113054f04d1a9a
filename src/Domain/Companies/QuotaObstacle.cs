namespace SmeOrleans.Domain.Companies;

/// <summary>A quota that is used up, and by what.</summary>
/// <param name="Code">Code of a <see cref="Reason"/>.</param>
/// <param name="Cases">Names of the cases that count; <c>prior/{year}</c> for recorded ones.</param>
[GenerateSerializer, Immutable, Alias("sme.QuotaObstacle")]
public sealed record QuotaObstacle(string Code, ImmutableList<string> Cases);
