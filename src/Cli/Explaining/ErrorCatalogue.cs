namespace SmeOrleans.Cli.Explaining;

/// <summary>What a reason means and what to do about it.</summary>
internal sealed record Explanation(string Reason, string Kind, string Rule, string Chinese, string English, string RemedyChinese, string RemedyEnglish);

/// <summary>The catalogue of refusals, read from the table of <c>docs/errors.md</c> that is built into this program.</summary>
internal static class ErrorCatalogue
{
    private const string ResourceName = "errors.md";
    private const string HeadingMark = "## ";
    private const int Columns = 6;

    /// <summary>Rows under headings that name the kind; columns are wire name, rule, zh, remedy zh, en, remedy en.</summary>
    public static IEnumerable<Explanation> Parse(string markdown)
    {
        var kind = "";
        foreach (var line in markdown.Split('\n'))
        {
            var cells = Cells(line);
            if (line.StartsWith(HeadingMark, StringComparison.Ordinal))
            {
                kind = line[HeadingMark.Length..].Trim();
            }
            else if (cells.Length >= Columns && ReasonNames.All.Contains(cells[0]))
            {
                yield return new(cells[0], kind, cells[1], cells[2], cells[4], cells[3], cells[5]);
            }
        }
    }

    /// <summary>The explanation of a reason, or null where the catalogue has none.</summary>
    public static Explanation? Find(string reason) => BuiltIn().FirstOrDefault(row => row.Reason == reason);

    /// <summary>The catalogue that is built into this program.</summary>
    public static IEnumerable<Explanation> BuiltIn() => Parse(Read());

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
