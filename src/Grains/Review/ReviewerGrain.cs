namespace SmeOrleans.Grains.Review;

[GrainType("reviewer")]
internal sealed class ReviewerGrain(
    [PersistentState("reviewer", GrainStores.Journal)] IPersistentState<Journaled<Reviewer>> store, TimeProvider clock, ITellCourier courier)
    : JournaledGrain<Reviewer, ReviewerEvent, ReviewerCommand>(store, clock, courier), IReviewerGrain
{
    protected override Rejection? Authorise(Caller caller, ReviewerCommand command) =>
        AccessRules.May(caller, Name, command) ? null : Unknown;

    protected override bool MayRead(Caller caller) => AccessRules.MayRead(caller, State!);

    protected override ValueTask<Decision<ReviewerEvent>> Decide(Envelope envelope, ReviewerCommand command) =>
        new(ReviewerRules.Decide(Current, envelope.ReceivedAt, command));

    protected override Reviewer Apply(Reviewer? state, ReviewerEvent happened) => (state ?? Current).Apply(happened);

    // T-3: a new tie is felt at once wherever the reviewer sits.
    protected override IEnumerable<Tell> Telling(Reviewer? before, Reviewer after, ReviewerEvent happened) =>
        happened is TieRecorded ? after.Sessions.Select(session => new Tell(TellKind.FollowTies, session, Name)) : [];

    private Reviewer Current => State ?? Reviewer.Unknown(Name);
}
