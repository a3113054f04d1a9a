namespace SmeOrleans.Grains.Review;

[GrainType("session")]
internal sealed class SessionGrain(
    [PersistentState("session", GrainStores.Journal)] IPersistentState<Journaled<Session>> store,
    TimeProvider clock, ITellCourier courier, SessionFactsGatherer gatherer)
    : JournaledGrain<Session, SessionEvent, SessionCommand>(store, clock, courier), ISessionGrain
{
    protected override Rejection? Authorise(Caller caller, SessionCommand command) =>
        AccessRules.May(caller, State, command) ? null : Unknown;

    protected override bool MayRead(Caller caller) => AccessRules.MayRead(caller, State!);

    protected override async ValueTask<Decision<SessionEvent>> Decide(Envelope envelope, SessionCommand command) =>
        await gatherer.GatherAsync(Current, envelope.ReceivedAt, command) is { } facts
            ? SessionRules.Decide(Current, command, facts)
            : Unknown;

    protected override Session Apply(Session? state, SessionEvent happened) => (state ?? Current).Apply(happened);

    protected override IEnumerable<Tell> Telling(Session? before, Session after, SessionEvent happened) =>
        SessionTells.Of(before ?? Session.Unknown(Name), after, happened);

    private Session Current => State ?? Session.Unknown(Name);
}
