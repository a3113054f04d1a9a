namespace SmeOrleans.Silo.Reports;

/// <summary>A table of the annual report.</summary>
/// <param name="Filter">In the filter language; empty = every case that was submitted.</param>
internal sealed record NamedTable(string Id, string TitleZh, string TitleEn, string Filter, params ImmutableArray<TablePart> Parts)
{
    /// <summary>Prints only keys that cases of the table have; else every key of the round.</summary>
    public bool OnlyOccurring { get; init; }
}

/// <summary>Some of a table's cells.</summary>
internal abstract record TablePart;

/// <summary>Rows × columns of one figure, with totals.</summary>
internal sealed record Crossed(string Rows, string Columns, Figure Figure) : TablePart;

/// <summary>Rows × columns with several figures side by side: a column is named by key and figure.</summary>
internal sealed record Paired(string Rows, string Columns, params ImmutableArray<Figure> Figures) : TablePart;

/// <summary>A row for each key of a dimension and the total, a column for each figure.</summary>
internal sealed record Listed(string Rows, params ImmutableArray<Figure> Figures) : TablePart
{
    public bool WithTotal { get; init; } = true;
}

/// <summary>A column for each key of a dimension and the total, a row for each figure.</summary>
internal sealed record Transposed(string Columns, params ImmutableArray<Figure> Figures) : TablePart;

/// <summary>A row for each figure, in the column of totals.</summary>
internal sealed record Totals(params ImmutableArray<Figure> Figures) : TablePart;

/// <summary>One row, the round's ROC year, with a column for each figure.</summary>
internal sealed record OfYear(params ImmutableArray<Figure> Figures) : TablePart;
