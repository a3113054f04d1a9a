using SmeOrleans.GrpcFrontend.ReadModels;
using SmeOrleans.Silo.Lists;
using SmeOrleans.Silo.Lists.Filters;

namespace SmeOrleans.Silo.Reports;

/// <summary>Builds a named table from its parts.</summary>
internal sealed class TableBuilder(Counter counter, NamedTable table)
{
    private readonly SqlCondition _filter = Condition(table.Filter, "t");
    private readonly List<ReportCell> _cells = [];
    private readonly HashSet<(string, string)> _there = [];
    private readonly Dictionary<(string, string, CaseMeasure, string), Crossing> _counted = [];

    /// <summary>Everything that was counted for the table, to be checked against the journal.</summary>
    public IReadOnlyCollection<KeyValuePair<(string Rows, string Columns, CaseMeasure Measure, string Filter), Crossing>> Counted => _counted;

    public async Task<Report> BuildAsync()
    {
        foreach (var part in table.Parts)
        {
            await (part switch
            {
                Crossed it => AddAsync(it.Rows, it.Columns, [it.Figure], (row, column, _) => (row, column)),
                Paired it => AddAsync(it.Rows, it.Columns, it.Figures, (row, column, figure) => (row, $"{column}_{figure}")),
                Listed it => AddAsync(it.Rows, "", it.Figures, (key, _, figure) => it.WithTotal || key != Crossing.Total ? (key, figure) : null),
                Transposed it => AddAsync(it.Columns, "", it.Figures, (key, _, figure) => (figure, key)),
                Totals it => AddAsync(WhateverRows, "", it.Figures, (key, _, figure) => key == Crossing.Total ? (figure, Crossing.Total) : null),
                OfYear it => AddOfYearAsync(it),
                _ => throw new InvalidOperationException($"Unknown part {part.GetType().Name}"),
            });
        }

        var nested = await NestedAsync(_cells.Select(cell => cell.Row));
        return new(table.Id, table.TitleZh, table.TitleEn, nested, TotalLast(_cells.Select(cell => cell.Column)),
            [.. _cells.OrderBy(cell => nested.IndexOf(cell.Row))]);
    }

    // Totals are the same whatever the rows are.
    private const string WhateverRows = "mode";

    private async Task AddOfYearAsync(OfYear part)
    {
        var year = await counter.RocYearAsync();
        await AddAsync(WhateverRows, "", part.Figures, (key, _, figure) => key == Crossing.Total ? (year, figure) : null);
    }

    private async Task AddAsync(
        string rows, string columns, ImmutableArray<Figure> figures, Func<string, string, string, (string Row, string Column)?> place)
    {
        var counted = new List<(Figure Figure, Crossing Own, Crossing? Other)>();
        foreach (var figure in figures)
        {
            counted.Add((figure, await CountAsync(figure.Measure, figure.Filter, rows, columns), await DivisorAsync(figure, rows, columns)));
        }

        var rowKeys = await KeysAsync(rows, counted[0].Own.Rows);
        var columnKeys = columns.Length == 0 ? [Crossing.Total] : await KeysAsync(columns, counted[0].Own.Columns);
        foreach (var (figure, own, other) in columns.Length == 0 ? counted : [])
        {
            Add(rowKeys, columnKeys, figure, own, other, place);
        }

        foreach (var row in columns.Length == 0 ? [] : rowKeys)
        {
            foreach (var column in columnKeys)
            {
                counted.ForEach(one => Add([row], [column], one.Figure, one.Own, one.Other, place));
            }
        }
    }

    private void Add(
        IEnumerable<string> rows, IEnumerable<string> columns, Figure figure, Crossing own, Crossing? other,
        Func<string, string, string, (string Row, string Column)?> place)
    {
        foreach (var (row, column) in rows.SelectMany(row => columns.Select(column => (row, column))))
        {
            // Two parts may both know the total; a cell is printed once.
            if (place(row, column, figure.Key) is { } at && figure.Text(own, other, row, column) is { } text && _there.Add(at))
            {
                _cells.Add(new(at.Row, at.Column, text));
            }
        }
    }

    private async Task<Crossing?> DivisorAsync(Figure figure, string rows, string columns) => figure switch
    {
        { Per: { } per } => await CountAsync(per, figure.Filter, rows, columns),
        { WithinDecimals: not null } => await CountAsync(figure.Measure, "", rows, columns),
        _ => null,
    };

    private async Task<Crossing> CountAsync(CaseMeasure measure, string filter, string rows, string columns)
    {
        if (!_counted.TryGetValue((rows, columns, measure, filter), out var crossing))
        {
            _counted[(rows, columns, measure, filter)] = crossing = await counter.CrossAsync(
                Dimension.All[rows], columns.Length == 0 ? null : Dimension.All[columns], measure, _filter.And(Condition(filter, "g")));
        }

        return crossing;
    }

    // Indicators are printed even when a round's cases have none of one: the report lists all of them.
    private async Task<ImmutableArray<string>> KeysAsync(string dimension, ImmutableArray<string> keys)
    {
        if (table.OnlyOccurring && !Dimension.All[dimension].IsOfIndicators)
        {
            var cases = await CountAsync(CaseMeasure.Cases, "", dimension, "");
            keys = [.. keys.Where(key => cases[key, Crossing.Total] > 0)];
        }

        return [.. keys, Crossing.Total];
    }

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
