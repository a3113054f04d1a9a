using SmeOrleans.Domain.Reports;

namespace SmeOrleans.Grains.Reports;

[GrainType("tablereleases")]
internal sealed class TableReleasesGrain(
    [PersistentState("tablereleases", GrainStores.Journal)] IPersistentState<Journaled<TableReleases>> store,
    TimeProvider clock, ITellCourier courier, IReportAuditor auditor)
    : JournaledGrain<TableReleases, TableReleasesEvent, TableReleasesCommand>(store, clock, courier), ITableReleasesGrain
{
    private const string Tables = "/tables/";

    protected override Rejection? Authorise(Caller caller, TableReleasesCommand command) => AccessRules.May(caller, command) ? null : Unknown;

    protected override bool MayRead(Caller caller) => AccessRules.MayReadReports(caller);

    protected override async ValueTask<Decision<TableReleasesEvent>> Decide(Envelope envelope, TableReleasesCommand command) =>
        TableReleaseRules.Decide(Current, await auditor.AuditAsync(Round, Name[(Round.Length + Tables.Length)..]), Now, command);

    protected override TableReleases Apply(TableReleases? state, TableReleasesEvent happened) => (state ?? Current).Apply(happened);

    private string Round => Name[..Name.IndexOf(Tables, StringComparison.Ordinal)];

    private TableReleases Current => State ?? TableReleases.Unknown(Name);
}
