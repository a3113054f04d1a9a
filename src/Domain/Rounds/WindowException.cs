namespace SmeOrleans.Domain.Rounds;

/// <summary>An act of the office: one unit, or one case, may submit after the window of the round (W-1).</summary>
/// <param name="For">Resource name of the unit or case.</param>
/// <param name="Unit">The unit, also where it is for one of its cases: it may know of its own exceptions only.</param>
/// <param name="Until">The last moment.</param>
/// <param name="By">Who granted it: role and subject.</param>
[GenerateSerializer, Immutable, Alias("sme.WindowException")]
public sealed record WindowException(string For, string Unit, DateTimeOffset Until, string Reason, string By, DateTimeOffset GrantedAt);
