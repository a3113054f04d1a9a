using SmeOrleans.Domain.Monitoring;
using static SmeOrleans.Silo.Projections.ColumnType;
using static SmeOrleans.Silo.Projections.SqlText;

namespace SmeOrleans.Silo.Projections;

/// <summary>The table of visit draws, column by column.</summary>
internal static class MonitoringTables
{
    public static readonly ProjectedTable<VisitDraw> VisitDraws = new("visit_draws", "visitdraw", typeof(VisitDrawEvent), _ => null, (_, happened) => VisitDrawRules.Apply((VisitDrawEvent)happened),
        [
            new("round", Text, it => it.Name[..it.Name.IndexOf("/visitDraws/", StringComparison.Ordinal)]),
            new("draw_time", Text, it => Time(it.DrawnAt)),
        ],
        ["round, name"]);
}
