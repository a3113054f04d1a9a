namespace SmeOrleans.Grains.Review;

[GrainType("reviewer")]
internal sealed class ReviewerGrain(
    [PersistentState("reviewer", GrainStores.Journal)] IPersistentState<Journaled<Reviewer>> store, TimeProvider clock, ITellCourier courier, PartiesFinder parties)
    : JournaledGrain<Reviewer, ReviewerEvent, ReviewerCommand>(store, clock, courier), IReviewerGrain
{
    protected override Rejection? Authorise(Caller caller, ReviewerCommand command) =>
        AccessRules.May(caller, Name, command) ? null : Unknown;

    protected override bool MayRead(Caller caller) => AccessRules.MayRead(caller, State!);

    protected override async ValueTask<Decision<ReviewerEvent>> Decide(Envelope envelope, ReviewerCommand command) =>
        ReviewerRules.Decide(Current, envelope.ReceivedAt, command, command is RecordTie tie ? await parties.FindAsync(tie.Target) : null);

    protected override Reviewer Apply(Reviewer? state, ReviewerEvent happened) => (state ?? Current).Apply(happened);

    // T-3: a new tie is felt at once wherever the reviewer sits; a session that came later hears of those recorded meanwhile.
    protected override IEnumerable<Tell> Telling(Reviewer? before, Reviewer after, ReviewerEvent happened) => happened switch
    {
        TieRecorded => after.Sessions.Select(session => new Tell(TellKind.FollowTies, session, Name)),
        SessionJoined e => [new(TellKind.FollowTies, e.Session, Name)],
        _ => [],
    };

    private Reviewer Current => State ?? Reviewer.Unknown(Name);
}
