using SmeOrleans.Grains.Rounds;

namespace SmeOrleans.Grains.CommonProjects;

[GrainType("commonproject")]
internal sealed class CommonProjectGrain(
    [PersistentState("commonproject", GrainStores.Journal)] IPersistentState<Journaled<CommonProject>> store,
    TimeProvider clock, ITellCourier courier, IRoundBook rounds)
    : JournaledGrain<CommonProject, CommonProjectEvent, CommonProjectCommand>(store, clock, courier), ICommonProjectGrain
{
    protected override Rejection? Authorise(Caller caller, CommonProjectCommand command) =>
        AccessRules.May(caller, State, command) ? null : Unknown;

    protected override bool MayRead(Caller caller) => AccessRules.MayRead(caller, State!);

    protected override async ValueTask<Decision<CommonProjectEvent>> Decide(Envelope envelope, CommonProjectCommand command) =>
        await rounds.FindAsync(Name[..Name.IndexOf("/commonProjects/", StringComparison.Ordinal)]) is { } round
            ? CommonProjectRules.Decide(Current, round, command)
            : Unknown;

    protected override CommonProject Apply(CommonProject? state, CommonProjectEvent happened) => (state ?? Current).Apply(happened);

    protected override string? ReservedBy(CommonProjectCommand command) => (command as EnlistCase)?.Member.Case;

    protected override CommonProjectCommand Free(string caseName) => new DropCase(caseName);

    // F-3: those that stay judge for themselves what it means that one has left.
    protected override IEnumerable<Tell> Telling(CommonProject? before, CommonProject after, CommonProjectEvent happened) =>
        happened is CaseDropped ? after.Members.Keys.Select(name => new Tell(TellKind.FollowProject, name, Name)) : [];

    private CommonProject Current => State ?? CommonProject.Unknown(Name);
}
