using SmeOrleans.Grains.JointMeetings;
using SmeOrleans.Grains.Rounds;

namespace SmeOrleans.Grains.Monitoring;

[GrainType("visitdraw")]
internal sealed class VisitDrawGrain(
    [PersistentState("visitdraw", GrainStores.Journal)] IPersistentState<Journaled<VisitDraw>> store,
    TimeProvider clock, ITellCourier courier, IRoundBook rounds, ICaseCensus census)
    : JournaledGrain<VisitDraw, VisitDrawEvent, VisitDrawCommand>(store, clock, courier), IVisitDrawGrain
{
    protected override Rejection? Authorise(Caller caller, VisitDrawCommand command) => AccessRules.May(caller, command) ? null : Unknown;

    protected override bool MayRead(Caller caller) => AccessRules.MayRead(caller, State!);

    protected override async ValueTask<Decision<VisitDrawEvent>> Decide(Envelope envelope, VisitDrawCommand command)
    {
        var roundName = Name[..Name.IndexOf("/visitDraws/", StringComparison.Ordinal)];
        if (await rounds.FindAsync(roundName) is not { } round)
        {
            return Unknown;
        }

        var running = State is null ? await census.InStatesAsync(roundName, VisitDraw.DrawnFrom) : [];
        return VisitDrawRules.Decide(State, Name, (DrawVisits)command, running, round.Rules.Execution, envelope.ReceivedAt);
    }

    protected override VisitDraw Apply(VisitDraw? state, VisitDrawEvent happened) => VisitDrawRules.Apply(happened);
}
