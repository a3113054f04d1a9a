using System.Globalization;
using SmeOrleans.GrpcFrontend.ReadModels;
using SmeOrleans.Silo.Lists;
using SmeOrleans.Silo.Lists.Filters;

namespace SmeOrleans.Silo.Reports;

/// <summary>Builds a named table from its parts.</summary>
internal sealed class TableBuilder(Counter counter, NamedTable table)
{
    private const string WholeShare = "100";

    private readonly SqlCondition _filter = Condition(table.Filter, "t");
    private readonly List<ReportCell> _cells = [];
    private readonly HashSet<(string, string)> _there = [];

    public async Task<Report> BuildAsync()
    {
        foreach (var part in table.Parts)
        {
            await (part switch
            {
                Crossed it => AddAsync(it),
                Listed it => AddAsync(it.Rows, it.Figures, (key, figure) => (key, figure)),
                Transposed it => AddAsync(it.Columns, it.Figures, (key, figure) => (figure, key)),
                _ => throw new InvalidOperationException($"Unknown part {part.GetType().Name}"),
            });
        }

        var nested = await NestedAsync(_cells.Select(cell => cell.Row));
        return new(table.Id, table.TitleZh, table.TitleEn, nested, TotalLast(_cells.Select(cell => cell.Column)),
            [.. _cells.OrderBy(cell => nested.IndexOf(cell.Row))]);
    }

    private async Task AddAsync(Crossed part)
    {
        var crossing = await CountAsync(part.Figure, part.Rows, Dimension.All[part.Columns]);
        foreach (var row in crossing.Rows.Append(Crossing.Total))
        {
            foreach (var column in crossing.Columns.Append(Crossing.Total))
            {
                Add(row, column, crossing.Text(row, column));
            }
        }
    }

    private async Task AddAsync(string dimension, ImmutableArray<Figure> figures, Func<string, string, (string Row, string Column)> place)
    {
        foreach (var figure in figures)
        {
            var crossing = await CountAsync(figure, dimension, null);
            foreach (var key in crossing.Rows.Append(Crossing.Total))
            {
                if (Text(figure, crossing, key) is { } text)
                {
                    var (row, column) = place(key, figure.Key);
                    Add(row, column, text);
                }
            }
        }
    }

    // Two parts may both know the total; a cell is printed once.
    private void Add(string row, string column, string value)
    {
        if (_there.Add((row, column)))
        {
            _cells.Add(new(row, column, value));
        }
    }

    private Task<Crossing> CountAsync(Figure figure, string rows, Dimension? columns) =>
        counter.CrossAsync(Dimension.All[rows], columns, figure.Measure, _filter.And(Condition(figure.Filter, "g")));

    /// <summary>The figure as printed; a share of nothing is not printed.</summary>
    private static string? Text(Figure figure, Crossing crossing, string key)
    {
        if (figure.ShareDecimals is not { } decimals)
        {
            return crossing.Text(key, Crossing.Total);
        }

        var whole = crossing[Crossing.Total, Crossing.Total];
        return whole == 0 ? null : key == Crossing.Total ? WholeShare : Share(crossing[key, Crossing.Total], whole, decimals);
    }

    internal static string Share(long part, long whole, int decimals) =>
        decimal.Round(part * 100m / whole, decimals, MidpointRounding.AwayFromZero).ToString("F" + decimals, CultureInfo.InvariantCulture);

    // Where a table prints regions and counties, a region's counties follow it.
    private async Task<List<string>> NestedAsync(IEnumerable<string> keys)
    {
        var rows = TotalLast(keys);
        var parents = (await counter.CodesAsync("county")).ToDictionary(code => code.Code, code => code.Parent);
        return [.. rows.OrderBy(row => rows.IndexOf(parents.TryGetValue(row, out var parent) && rows.Contains(parent) ? parent : row))];
    }

    private static List<string> TotalLast(IEnumerable<string> keys) => [.. keys.Distinct().OrderBy(key => key == Crossing.Total)];

    // Filters of tables are ours; one that cannot be read is a bug. Their parameters must not meet those of another filter.
    private static SqlCondition Condition(string filter, string parameterPrefix) =>
        Filter.Read(filter, CaseFields.All, parameterPrefix) is ({ } condition, null)
            ? condition
            : throw new InvalidOperationException($"A table's filter cannot be read: {filter}");
}
