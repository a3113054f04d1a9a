using SmeOrleans.Cli.Season.Data;

namespace SmeOrleans.Cli.Season.Findings;

/// <summary>
/// The ten-year series with the season's year, as the service computes it, beside the published figures: those of the year,
/// and those of a span of years that ends with it. Those of earlier years were put on record as published.
/// </summary>
internal sealed class SeriesComparison(int rocYear, IReadOnlyCollection<KnownInconsistency> known)
{
    private readonly string season = rocYear.ToString(CultureInfo.InvariantCulture);

    public IEnumerable<ComparedFigure> Of(YearData year, IReadOnlyDictionary<string, SeriesTable> series)
    {
        var computed = series.Values.Where(table => table.ComputedYears.Contains(rocYear)).SelectMany(table => table.Figures)
            .Where(figure => !YearData.IsEarlier(figure, rocYear))
            .ToDictionary(KeyOf, figure => figure.Value);
        return year.History.Where(figure => !YearData.IsEarlier(figure, rocYear) && figure.Value.Length > 0).Select(figure =>
        {
            var here = computed.GetValueOrDefault(KeyOf(figure));
            return new ComparedFigure($"series {figure.Table}", $"{figure.RocYear} {figure.Key} {figure.Measure}", here, figure.Value,
                here is null ? null : SlipIn(figure, here));
        });
    }

    private KnownInconsistency? SlipIn(HistoryFigure figure, string here) => known.FirstOrDefault(one => IsOf(one, figure) && (
        (one.Row == figure.RocYear && TableComparison.Agree(here, one.Dataset)) || (one.Row == season && CarriesOver(one, here, figure.Value))));

    private static bool IsOf(KnownInconsistency slip, HistoryFigure figure) =>
        slip.Source == $"table-{figure.Table}" && (slip.Column == figure.Measure || slip.Column == $"{figure.Key} {figure.Measure}");

    // A sum over years is off by what the season's year in it is off.
    private static bool CarriesOver(KnownInconsistency slip, string here, string printed) =>
        TryNumber(slip.Dataset, out var right) && TryNumber(slip.Printed, out var wrong)
        && TryNumber(here, out var sum) && TryNumber(printed, out var published) && sum - published == right - wrong;

    private static bool TryNumber(string text, out decimal number) =>
        decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out number);

    private static string KeyOf(HistoryFigure figure) => string.Join('/', figure.Table, figure.RocYear, figure.Dimension, figure.Key, figure.Measure);
}
