using SmeOrleans.Cli.Filing;

namespace SmeOrleans.Cli.Season.Data;

/// <summary>A table as published, and where the publication is known to contradict itself.</summary>
/// <param name="Partial">The publication leaves rows out.</param>
internal sealed record PublishedTable(
    string TableId,
    ImmutableDictionary<(string Row, string Column), string> Cells,
    ImmutableArray<KnownInconsistency> Known,
    bool Partial = false)
{
    /// <summary>Not a table of the report but counts given in its text, for some topics only.</summary>
    public const string Topics = "topics";

    private const string TopicCases = "approved_cases";

    public static PublishedTable Read(string folder, string tableId)
    {
        var expected = Path.Combine(folder, "expected");
        return new(
            tableId,
            CsvRow.ReadFile(Path.Combine(expected, $"{tableId}.csv")).Select(CellOf).ToImmutableDictionary(),
            [.. KnownInconsistency.Read(expected).Where(known => known.Source == tableId)],
            tableId == Topics);
    }

    private static KeyValuePair<(string Row, string Column), string> CellOf(CsvRow row) => row.OptionalText("topic") is { } topic
        ? new(($"{row.Text("group")}/{row.Text("function")}/{topic}", TopicCases), row.Text(TopicCases))
        : new((row.Text("row_key"), row.Text("col_key")), row.Text("value"));
}

/// <summary>A cell in which the publication contradicts itself.</summary>
internal sealed record KnownInconsistency(string Source, string Row, string Column, string Printed, string Dataset, string Note)
{
    public static IEnumerable<KnownInconsistency> Read(string folder)
    {
        var path = Path.Combine(folder, "known-inconsistencies.csv");
        return !File.Exists(path)
            ? []
            : CsvRow.ReadFile(path).Select(row => new KnownInconsistency(
                row.Text("source"), row.Text("row_key"), row.Text("col_key"), row.Text("printed"), row.Text("dataset"), row.Text("note")));
    }
}
