namespace SmeOrleans.Grains.Rounds;

/// <summary>A round; key <c>rounds/{round}</c>.</summary>
[Alias("sme.IRoundGrain")]
public interface IRoundGrain : IJournaledGrain<Round, RoundCommand>;
