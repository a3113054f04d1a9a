using SmeOrleans.Domain.Reports;
using static SmeOrleans.Silo.Projections.ColumnType;

namespace SmeOrleans.Silo.Projections;

/// <summary>Tables of what the office puts on record about reports, column by column.</summary>
internal static class RecordTables
{
    public static readonly ProjectedTable<History> Histories = new("histories", "history", typeof(HistoryEvent), History.Unknown, (state, happened) => state!.Apply((HistoryEvent)happened),
        [
            new("figures", Number, it => (long)it.Figures.Count),
        ],
        []);

    public static readonly ProjectedTable<TableReleases> Releases = new("table_releases", "tablereleases", typeof(TableReleasesEvent), TableReleases.Unknown, (state, happened) => state!.Apply((TableReleasesEvent)happened),
        [
            new("releases", Number, it => (long)it.Releases.Count),
            new("sha256", Text, it => it.Releases is [.., var last] ? last.Sha256 : ""),
        ],
        []);
}
