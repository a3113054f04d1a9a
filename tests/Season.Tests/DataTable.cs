namespace SmeOrleans.Season.Tests;

/// <summary>A CSV file of a season as rows of cells that can be changed; the files quote nothing.</summary>
internal sealed class DataTable
{
    private readonly string[] _columns;

    private DataTable(string[] columns, List<Dictionary<string, string>> rows) => (_columns, Rows) = (columns, rows);

    public List<Dictionary<string, string>> Rows { get; set; }

    public static DataTable Of(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var columns = lines[0].Split(',');
        return new(columns, [.. lines.Skip(1).Select(line => columns.Zip(line.Split(',')).ToDictionary(cell => cell.First, cell => cell.Second))]);
    }

    public override string ToString() =>
        string.Concat(Rows.Select(row => string.Join(',', _columns.Select(column => row[column]))).Prepend(string.Join(',', _columns)).Select(line => line + "\n"));
}
