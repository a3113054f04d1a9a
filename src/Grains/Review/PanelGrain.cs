using SmeOrleans.Grains.Rounds;

namespace SmeOrleans.Grains.Review;

[GrainType("panel")]
internal sealed class PanelGrain(
    [PersistentState("panel", GrainStores.Journal)] IPersistentState<Journaled<Panel>> store,
    TimeProvider clock, ITellCourier courier, IRoundBook rounds)
    : JournaledGrain<Panel, PanelEvent, PanelCommand>(store, clock, courier), IPanelGrain
{
    protected override Rejection? Authorise(Caller caller, PanelCommand command) => AccessRules.May(caller, command) ? null : Unknown;

    protected override bool MayRead(Caller caller) => AccessRules.MayRead(caller, State!);

    protected override async ValueTask<Decision<PanelEvent>> Decide(Envelope envelope, PanelCommand command) =>
        await rounds.FindAsync(Name[..Name.IndexOf("/panels/", StringComparison.Ordinal)]) is { } round
            ? PanelRules.Decide(Current, command, command is SeatPanel seat ? await Gather(round, seat) : new(round, [], []))
            : Unknown;

    protected override Panel Apply(Panel? state, PanelEvent happened) => (state ?? Current).Apply(happened);

    // A session that was called meanwhile may have taken the panel as it was before.
    protected override IEnumerable<Tell> Telling(Panel? before, Panel after, PanelEvent happened) => happened switch
    {
        PanelSeated => after.Sessions.Select(session => new Tell(TellKind.FollowPanel, session, Name)),
        SessionCalled e => [new(TellKind.FollowPanel, e.Session, Name)],
        _ => [],
    };

    private async Task<PanelFacts> Gather(Round round, SeatPanel command)
    {
        var reviewers = await Task.WhenAll(command.Members.Select(name => GrainFactory.GetGrain<IReviewerGrain>(name).Read(Caller.Service)));
        var sessions = await Task.WhenAll(Current.Sessions.Select(name => GrainFactory.GetGrain<ISessionGrain>(name).Read(Caller.Service)));
        return new(
            round,
            [.. reviewers.Where(one => one.State?.Profile is not null).Select(one => one.State!.Name)],
            [.. sessions.Select(one => one.State).OfType<Session>().SelectMany(session => session.Leading)]);
    }

    private Panel Current => State ?? Panel.Unknown(Name);
}
