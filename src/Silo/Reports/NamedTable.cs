namespace SmeOrleans.Silo.Reports;

/// <summary>A table of the annual report.</summary>
/// <param name="Filter">In the filter language; empty = every case that was submitted.</param>
internal sealed record NamedTable(string Id, string TitleZh, string TitleEn, string Filter, params ImmutableArray<TablePart> Parts);

/// <summary>Some of a table's cells.</summary>
internal abstract record TablePart;

/// <summary>Rows × columns of one measure, with totals.</summary>
internal sealed record Crossed(string Rows, string Columns, Figure Figure) : TablePart;

/// <summary>A row for each key of a dimension and the total, a column for each figure.</summary>
internal sealed record Listed(string Rows, params ImmutableArray<Figure> Figures) : TablePart;

/// <summary>A column for each key of a dimension and the total, a row for each figure.</summary>
internal sealed record Transposed(string Columns, params ImmutableArray<Figure> Figures) : TablePart;
