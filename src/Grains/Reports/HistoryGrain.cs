using SmeOrleans.Domain.Reports;

namespace SmeOrleans.Grains.Reports;

[GrainType("history")]
internal sealed class HistoryGrain(
    [PersistentState("history", GrainStores.Journal)] IPersistentState<Journaled<History>> store,
    TimeProvider clock, ITellCourier courier, IReportAuditor auditor)
    : JournaledGrain<History, HistoryEvent, HistoryCommand>(store, clock, courier), IHistoryGrain
{
    protected override Rejection? Authorise(Caller caller, HistoryCommand command) => AccessRules.May(caller, command) ? null : Unknown;

    protected override bool MayRead(Caller caller) => AccessRules.MayReadReports(caller);

    protected override async ValueTask<Decision<HistoryEvent>> Decide(Envelope envelope, HistoryCommand command) =>
        HistoryRules.Decide(Current, await auditor.RoundYearsAsync(), Now, command);

    protected override History Apply(History? state, HistoryEvent happened) => (state ?? Current).Apply(happened);

    private History Current => State ?? History.Unknown(Name);
}
