namespace SmeOrleans.Domain.Units;

/// <summary>What a unit answers to a command.</summary>
public static class UnitRules
{
    public static Decision<UnitEvent> Decide(Unit unit, DateTimeOffset now, UnitCommand command) => command switch
    {
        RegisterUnit when unit.Profile is not null => Rejection.Because(Reasons.ResourceExists, ("unit", unit.Name)),
        RegisterUnit c => new UnitRegistered(c.Profile),
        _ when unit.Profile is null => Rejection.Because(Reasons.ResourceUnknown, ("unit", unit.Name)),
        ApproveUnit => If(!unit.Approved, new UnitApproved()),
        RecordUnitEligibility c => new UnitEligibilityRecorded(c.LegallyRegistered, c.FinanceSound),
        RecordMajorAnomaly c => If(unit.Anomalies.All(known => known.RoundOrdinal != c.RoundOrdinal),
            new MajorAnomalyRecorded(new(c.RoundOrdinal, c.Grounds, now))),
        CountApplication c when unit.In(c.Round).Contains(c.Case) => Nothing,
        CountApplication c when c.Cap > 0 && unit.In(c.Round).Count >= c.Cap => Rejection.Because(Reasons.UnitCap, ("cap", c.Cap)),
        CountApplication c => new ApplicationCounted(c.Round, c.Case),
        UncountApplication c => If(unit.In(c.Round).Contains(c.Case), new ApplicationUncounted(c.Round, c.Case)),
        _ => throw new InvalidOperationException($"Unknown command {command.GetType().Name}"),
    };

    /// <summary>Why a unit may not submit at a time, or null (U-1, U-2).</summary>
    public static Rejection? MaySubmit(Unit unit, DateTimeOffset time) => unit switch
    {
        { Approved: false } => Rejection.Because(Reasons.UnitNotApproved, ("unit", unit.Name)),
        _ when unit.IsSuspendedAt(time) => Rejection.Because(Reasons.UnitSuspended, ("until", unit.SuspendedUntil!.Value)),
        _ => null,
    };

    private static readonly Decision<UnitEvent> Nothing = new([], null);

    private static Decision<UnitEvent> If(bool needed, UnitEvent happened) => needed ? happened : Nothing;
}
