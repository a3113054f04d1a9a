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
        // Told again it is one; another round of the same year is another, and two cases of one round are two.
        RecordMajorAnomaly c => If(!unit.Anomalies.Exists(known => IsSame(known, c)), new MajorAnomalyRecorded(new(c.RoundOrdinal, c.Grounds, now, c.Round))),
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
        _ when unit.IsSuspendedAt(time) => Suspended(unit.Suspension!),
        _ => null,
    };

    /// <summary>The refusal with its grounds: which rounds, since when, until when (U-2).</summary>
    public static Rejection Suspended(SuspensionGrounds grounds) => Rejection.Because(
        Reasons.UnitSuspended, ("until", grounds.Until), ("since", grounds.From), ("rounds", string.Join(", ", grounds.Rounds)),
        ("grounds", string.Join("; ", grounds.Earlier.Concat(grounds.Later).Select(one => one.Grounds))));

    private static bool IsSame(MajorAnomaly known, RecordMajorAnomaly told) => known.RoundOrdinal == told.RoundOrdinal
        && (told.Round.Length == 0 || (known.Round == told.Round && known.Grounds == told.Grounds));

    private static readonly Decision<UnitEvent> Nothing = new([], null);

    private static Decision<UnitEvent> If(bool needed, UnitEvent happened) => needed ? happened : Nothing;
}
