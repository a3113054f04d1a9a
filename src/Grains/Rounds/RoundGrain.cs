namespace SmeOrleans.Grains.Rounds;

[GrainType("round")]
internal sealed class RoundGrain(
    [PersistentState("round", GrainStores.Journal)] IPersistentState<Journaled<Round>> store,
    TimeProvider clock, ITellCourier courier, IRoundBook book)
    : JournaledGrain<Round, RoundEvent, RoundCommand>(store, clock, courier), IRoundGrain
{
    protected override Rejection? Authorise(Caller caller, RoundCommand command) =>
        AccessRules.May(caller, command) ? null : Unknown;

    protected override bool MayRead(Caller caller) => AccessRules.MayRead(caller, State!);

    protected override ValueTask<Decision<RoundEvent>> Decide(Envelope envelope, RoundCommand command) =>
        new(RoundDecisions.Decide(State, Version, envelope.ReceivedAt, command));

    protected override Round Apply(Round? state, RoundEvent happened) => RoundDecisions.Apply(state, happened);

    protected override void OnWritten() => book.Forget(Name);
}
