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

    // T-3: when a tie is on record, its cases are closed to the reviewer. They tell nobody of it.
    protected override bool WaitsForTold(SessionCommand command) => command is FollowTies;

    protected override IEnumerable<Tell> Telling(Session? before, Session after, SessionEvent happened) =>
        SessionTells.Of(before ?? Session.Unknown(Name), after, happened);

    private Session Current => State ?? Session.Unknown(Name);
}
