using SmeOrleans.Cli.Season.Data;

namespace SmeOrleans.Cli.Season.Findings;

/// <summary>The season's year in the ten-year series, as the service computes it, beside the published figures.</summary>
internal static class SeriesComparison
{
    public static IEnumerable<ComparedFigure> Of(YearData year, int rocYear, IReadOnlyDictionary<string, SeriesTable> series, IReadOnlyList<KnownInconsistency> known)
    {
        var computed = series.Values.SelectMany(table => table.Figures.Where(figure => table.ComputedYears.Contains(rocYear) && IsOf(figure, rocYear)))
            .ToDictionary(KeyOf, figure => figure.Value);
        return year.History.Where(figure => IsOf(figure, rocYear) && figure.Value.Length > 0).Select(figure =>
        {
            var here = computed.GetValueOrDefault(KeyOf(figure));
            var slip = known.FirstOrDefault(one => one.Source == $"table-{figure.Table}" && one.Row == figure.RocYear
                && (one.Column == figure.Measure || one.Column == $"{figure.Key} {figure.Measure}") && here is not null && TableComparison.Agree(here, one.Dataset));
            return new ComparedFigure($"series {figure.Table}", $"{figure.Key} {figure.Measure}", here, figure.Value, slip);
        });
    }

    private static bool IsOf(HistoryFigure figure, int rocYear) => figure.RocYear == rocYear.ToString(CultureInfo.InvariantCulture);

    private static string KeyOf(HistoryFigure figure) => string.Join('/', figure.Table, figure.Dimension, figure.Key, figure.Measure);
}
