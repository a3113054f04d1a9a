using System.Globalization;

namespace SmeOrleans.Silo.Reports;

/// <summary>Rows × columns of one measure. Totals are measured, not added up: a unit in two rows is one unit.</summary>
/// <param name="Rows">Keys in printing order, without the total.</param>
internal sealed record Crossing(
    ImmutableArray<string> Rows, ImmutableArray<string> Columns, IReadOnlyDictionary<(string Row, string Column), long> Values)
{
    /// <summary>Key of the row and column that count everything.</summary>
    public const string Total = "total";

    public long this[string row, string column] => Values.GetValueOrDefault((row, column));

    public string Text(string row, string column) => this[row, column].ToString(CultureInfo.InvariantCulture);
}
