using System.Globalization;
using SmeOrleans.Domain.Reports;
using SmeOrleans.Silo.Lists;
using SmeOrleans.Silo.Lists.Filters;

namespace SmeOrleans.Silo.Reports;

/// <summary>Joins what is on record of a series with what is counted from rounds run here.</summary>
internal sealed class SeriesBuilder(NamedSeries series, IEnumerable<HistoryFigure> recorded)
{
    // Where a series has this key, codes that it does not know by name are counted under it.
    private const string Rest = "other";

    private readonly Dictionary<(string Year, string Key, string Measure), string> _cells = recorded
        .ToDictionary(figure => (figure.RocYear, figure.Key, figure.Measure), figure => figure.Value);

    private readonly ImmutableHashSet<string> _recordedKeys = [.. recorded.Select(figure => figure.Key)];

    /// <summary>Counts a year.</summary>
    public async Task CountAsync(int year, Counter counter)
    {
        var text = year.ToString(CultureInfo.InvariantCulture);
        foreach (var old in _cells.Keys.Where(cell => cell.Year == text).ToList())
        {
            _cells.Remove(old);
        }

        foreach (var (measure, figure) in series.Figures.Select(one => (one.Measure, one.Figure)))
        {
            var own = await ByKeyAsync(counter, figure, figure.Measure);
            var other = figure.Per is { } per ? await ByKeyAsync(counter, figure, per) : null;
            foreach (var (key, value) in own)
            {
                if (figure.Text(Single(value), other is null ? null : Single(other.GetValueOrDefault(key)), Crossing.Total, Crossing.Total) is { } printed)
                {
                    _cells[(text, key, measure)] = printed;
                }
            }
        }

        AddRates(text);
    }

    /// <summary>All figures with the line over all years, computed wherever years add up.</summary>
    public IReadOnlyList<HistoryFigure> Finish()
    {
        var years = _cells.Keys.Select(cell => cell.Year).Where(IsYear).Distinct().OrderBy(Number).ToList();
        if (series.WithSpan && years.Count > 1)
        {
            AddSpan($"{years[0]}-{years[^1]}", years);
        }

        return [.. _cells.OrderBy(cell => IsYear(cell.Key.Year) ? 0 : 1).ThenBy(cell => Number(cell.Key.Year.Split('-')[0]))
            .ThenBy(cell => MeasurePlace(cell.Key.Measure)).ThenBy(cell => cell.Key.Key == Crossing.Total).ThenBy(cell => cell.Key.Key, StringComparer.Ordinal)
            .Select(cell => new HistoryFigure(series.Table, cell.Key.Year, series.Label, cell.Key.Key, cell.Key.Measure, cell.Value))];
    }

    private void AddSpan(string span, List<string> years)
    {
        var keys = _cells.Keys.Where(cell => IsYear(cell.Year)).Select(cell => cell.Key).Distinct().ToList();
        foreach (var (key, figure) in keys.SelectMany(key => series.Figures.Where(one => one.AddsUp).Select(figure => (key, figure))))
        {
            _cells[(span, key, figure.Measure)] = Figure.Rounded(years.Sum(year => Value(year, key, figure.Measure)), figure.Figure.Decimals);
        }

        AddRates(span);
        foreach (var (key, measure) in series.WithShares ? keys.SelectMany(key => new[] { SeriesFigure.Applied, SeriesFigure.Executed }.Select(one => (key, one))) : [])
        {
            if (Value(span, Crossing.Total, measure) is > 0 and var whole)
            {
                _cells[(span, key, $"{measure}_share_pct")] = Figure.Rounded(Value(span, key, measure) * 100 / whole, 2);
            }
        }
    }

    private void AddRates(string year)
    {
        foreach (var key in _cells.Keys.Where(cell => cell.Year == year && cell.Measure == SeriesFigure.Executed).Select(cell => cell.Key).ToList())
        {
            var applied = Value(year, key, SeriesFigure.Applied);
            _cells[(year, key, SeriesFigure.Rate)] = Figure.Rounded(applied == 0 ? 0 : Value(year, key, SeriesFigure.Executed) * 100 / applied, 2);
        }
    }

    private async Task<Dictionary<string, long>> ByKeyAsync(Counter counter, Figure figure, GrpcFrontend.ReadModels.CaseMeasure measure)
    {
        var dimension = Dimension.All[series.Dimension.Length == 0 ? "mode" : series.Dimension];
        var crossing = await counter.CrossAsync(dimension, null, measure, Condition(series.Filter, "t").And(Condition(figure.Filter, "g")));
        var found = new Dictionary<string, long>();
        // Codes are the round's and change over the years: a key that is no longer one counts nothing.
        foreach (var key in dimension.RoundCodes is null ? [] : _recordedKeys)
        {
            found[key] = 0;
        }

        foreach (var code in series.Dimension.Length == 0 ? [] : crossing.Rows)
        {
            var key = KeyOf(code);
            found[key] = found.GetValueOrDefault(key) + crossing[code, Crossing.Total];
        }

        found[Crossing.Total] = crossing[Crossing.Total, Crossing.Total];
        return series.Only.IsEmpty ? found : found.Where(pair => series.Only.Contains(pair.Key)).ToDictionary();
    }

    private string KeyOf(string code) => series.Renamed.GetValueOrDefault(code, code) is var key && (_recordedKeys.Contains(key) || !_recordedKeys.Contains(Rest)) ? key : Rest;

    private decimal Value(string year, string key, string measure) =>
        decimal.TryParse(_cells.GetValueOrDefault((year, key, measure)), NumberStyles.Number, CultureInfo.InvariantCulture, out var value) ? value : 0;

    private int MeasurePlace(string measure) =>
        series.Figures.Select(one => one.Measure).ToList().IndexOf(measure) is >= 0 and var place ? place : series.Figures.Length + measure.Length;

    private static Crossing Single(long value) => new([], [], new Dictionary<(string, string), long> { [(Crossing.Total, Crossing.Total)] = value });

    private static bool IsYear(string text) => !text.Contains('-');

    private static int Number(string year) => int.Parse(year, CultureInfo.InvariantCulture);

    private static SqlCondition Condition(string filter, string prefix) => Filter.Read(filter, CaseFields.All, prefix).Condition!;
}
