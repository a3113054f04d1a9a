using CsvHelper;
using CsvHelper.Configuration;

namespace SmeOrleans.Cli.Filing;

/// <summary>One row of a table with a header. A wrong cell is named by file, line and column.</summary>
internal sealed class CsvRow(string source, int line, IReadOnlyDictionary<string, string> cells)
{
    /// <summary>Line in the file; the header is line 1.</summary>
    public int Line { get; } = line;

    public IEnumerable<string> Columns => cells.Keys;

    public string Text(string column) =>
        cells.TryGetValue(column, out var text) ? text : throw Wrong(column, "there is no such column");

    public string? OptionalText(string column) => cells.TryGetValue(column, out var text) && text.Length > 0 ? text : null;

    public bool Flag(string column) => Text(column) switch
    {
        "1" => true,
        "0" => false,
        var other => throw Wrong(column, $"'{other}' is neither 0 nor 1"),
    };

    public long Whole(string column) =>
        long.TryParse(Text(column), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Wrong(column, $"'{Text(column)}' is no whole number");

    public DateTimeOffset Time(string column) =>
        DateTimeOffset.TryParse(Text(column), CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time
            : throw Wrong(column, $"'{Text(column)}' is no time");

    public DateTimeOffset? OptionalTime(string column) => OptionalText(column) is null ? null : Time(column);

    public DateOnly Date(string column) =>
        DateOnly.TryParseExact(Text(column), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw Wrong(column, $"'{Text(column)}' is no date");

    public TimeOnly TimeOfDay(string column) =>
        TimeOnly.TryParseExact(Text(column), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time
            : throw Wrong(column, $"'{Text(column)}' is no time of day");

    /// <summary>Rows of a CSV file in UTF-8.</summary>
    public static List<CsvRow> ReadFile(string path)
    {
        if (!File.Exists(path))
        {
            throw CliException.Usage($"{path}: there is no such file");
        }

        using var reader = new StreamReader(path, Encoding.UTF8);
        return Read(reader, path);
    }

    public static List<CsvRow> Read(TextReader reader, string source)
    {
        using var csv = new CsvReader(reader, new CsvConfiguration(CultureInfo.InvariantCulture) { TrimOptions = TrimOptions.Trim });
        var rows = new List<CsvRow>();
        try
        {
            csv.Read();
            csv.ReadHeader();
            var header = csv.HeaderRecord ?? [];
            while (csv.Read())
            {
                rows.Add(new(source, csv.Parser.RawRow, Cells(header, column => csv.GetField(column) ?? "")));
            }
        }
        catch (CsvHelperException wrong)
        {
            throw CliException.Usage($"{source}: {wrong.Message.Split('\n')[0].Trim()}");
        }

        return rows;
    }

    public static Dictionary<string, string> Cells(IReadOnlyList<string> header, Func<int, string> cell)
    {
        var cells = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var column = 0; column < header.Count; column++)
        {
            cells[header[column].Trim()] = cell(column);
        }

        return cells;
    }

    private CliException Wrong(string column, string why) => CliException.Usage($"{source}, line {Line}, column {column}: {why}");
}
