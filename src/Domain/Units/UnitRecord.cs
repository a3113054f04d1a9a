namespace SmeOrleans.Domain.Units;

/// <summary>What the next review is shown of a unit's past (U-3), as of the scheduling.</summary>
/// <param name="Majors">Oldest first.</param>
[GenerateSerializer, Immutable, Alias("sme.UnitRecord")]
public sealed record UnitRecord(ImmutableList<MajorAnomaly> Majors, bool FirstTime)
{
    public static UnitRecord Of(Unit unit) => new([.. unit.Anomalies.OrderBy(one => one.RecordedAt)], unit.Profile?.FirstTime ?? false);
}
