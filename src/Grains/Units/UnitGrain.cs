namespace SmeOrleans.Grains.Units;

[GrainType("unit")]
internal sealed class UnitGrain(
    [PersistentState("unit", GrainStores.Journal)] IPersistentState<Journaled<Unit>> store, TimeProvider clock, ITellCourier courier)
    : JournaledGrain<Unit, UnitEvent, UnitCommand>(store, clock, courier), IUnitGrain
{
    protected override Rejection? Authorise(Caller caller, UnitCommand command) =>
        AccessRules.May(caller, Name, command) ? null : Unknown;

    protected override bool MayRead(Caller caller) => AccessRules.MayRead(caller, State!);

    protected override ValueTask<Decision<UnitEvent>> Decide(Envelope envelope, UnitCommand command) =>
        new(UnitRules.Decide(Current, envelope.ReceivedAt, command));

    protected override Unit Apply(Unit? state, UnitEvent happened) => (state ?? Current).Apply(happened);

    protected override string? ReservedBy(UnitCommand command) => (command as CountApplication)?.Case;

    protected override UnitCommand Free(string caseName) => new UncountApplication(RoundOf(caseName), caseName);

    private Unit Current => State ?? Unit.Unknown(Name);

    private static string RoundOf(string caseName) => caseName[..caseName.IndexOf("/cases/", StringComparison.Ordinal)];
}
