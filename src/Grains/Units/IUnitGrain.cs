namespace SmeOrleans.Grains.Units;

/// <summary>A guidance unit; key <c>units/{unit}</c>.</summary>
[Alias("sme.IUnitGrain")]
public interface IUnitGrain : IJournaledGrain<Unit, UnitCommand>;
