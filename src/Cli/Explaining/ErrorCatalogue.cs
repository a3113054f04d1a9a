namespace SmeOrleans.Cli.Explaining;

/// <summary>What a reason means and what to do about it.</summary>
internal sealed record Explanation(string Reason, string Kind, string Rule, string Chinese, string English, string RemedyChinese, string RemedyEnglish);

/// <summary>The catalogue of refusals, read from the table of <c>docs/errors.md</c> that is built into this program.</summary>
internal static class ErrorCatalogue
{
    private const string ResourceName = "errors.md";
    private const int Columns = 7;

    /// <summary>Rows of the table whose columns are wire name, kind, rule, zh, en, remedy zh, remedy en.</summary>
    public static IEnumerable<Explanation> Parse(string markdown) =>
        from line in markdown.Split('\n')
        let cells = Cells(line)
        where cells.Length >= Columns && ReasonNames.All.Contains(cells[0])
        select new Explanation(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[6]);

    /// <summary>The explanation of a reason, or null where the catalogue has none.</summary>
    public static Explanation? Find(string reason) => Parse(Read()).FirstOrDefault(row => row.Reason == reason);

    private static string Read()
    {
        using var stream = typeof(ErrorCatalogue).Assembly.GetManifestResourceStream(ResourceName);
        return stream is null ? "" : new StreamReader(stream, Encoding.UTF8).ReadToEnd();
    }

    // A pipe inside a cell is written \| in Markdown.
    private static string[] Cells(string line)
    {
        const char escapedPipe = '\uE000';
        var row = line.Trim().Replace("\\|", escapedPipe.ToString(), StringComparison.Ordinal);
        return !row.StartsWith('|')
            ? []
            : [.. row.Trim('|').Split('|').Select(cell => cell.Trim().Trim('`').Replace(escapedPipe, '|'))];
    }
}
