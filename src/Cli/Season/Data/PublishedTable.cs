using SmeOrleans.Cli.Filing;

namespace SmeOrleans.Cli.Season.Data;

/// <summary>A table as published, and where the publication is known to contradict itself.</summary>
internal sealed record PublishedTable(
    string TableId,
    ImmutableDictionary<(string Row, string Column), string> Cells,
    ImmutableArray<KnownInconsistency> Known)
{
    public static PublishedTable Read(string folder, string tableId)
    {
        var expected = Path.Combine(folder, "expected");
        return new(
            tableId,
            CsvRow.ReadFile(Path.Combine(expected, $"{tableId}.csv"))
                .ToImmutableDictionary(row => (row.Text("row_key"), row.Text("col_key")), row => row.Text("value")),
            [.. KnownInconsistency.Read(expected).Where(known => known.Source == tableId)]);
    }
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
