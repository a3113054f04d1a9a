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
            ? PanelRules.Decide(Current, round, command is SeatPanel && await HasClosedSession(), command)
            : Unknown;

    protected override Panel Apply(Panel? state, PanelEvent happened) => (state ?? Current).Apply(happened);

    private async Task<bool> HasClosedSession()
    {
        var sessions = await Task.WhenAll(Current.Sessions.Select(name => GrainFactory.GetGrain<ISessionGrain>(name).Read(Caller.Service)));
        return sessions.Any(session => session.State?.State == SessionState.Closed);
    }

    private Panel Current => State ?? Panel.Unknown(Name);
}
