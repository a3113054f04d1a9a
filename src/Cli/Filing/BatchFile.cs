namespace SmeOrleans.Cli.Filing;

/// <summary>One row of a batch file: an application, or what is wrong with it.</summary>
/// <param name="Row">Row in the file; the header is row 1.</param>
internal sealed record BatchRow(int Row, Application? Application, string? Column, string? Problem);

/// <summary>Reads a batch of applications from CSV or XLSX (W-4).</summary>
internal sealed class BatchFile
{
    private readonly IReadOnlyDictionary<string, string> headings;

    private BatchFile(string path, IReadOnlyList<string> header)
    {
        headings = BatchColumns.All
            .Select(column => (column.Field, Heading: column.Heading(header)))
            .Where(pair => pair.Heading is not null)
            .ToDictionary(pair => pair.Field, pair => pair.Heading!);
        var missing = BatchColumns.All.Where(column => column.Required && !headings.ContainsKey(column.Field)).Select(column => column.Field).ToList();
        if (missing.Count > 0)
        {
            throw CliException.Usage($"{path}: there is no column {string.Join(", ", missing)}; `sme file --help` lists the columns");
        }
    }

    public IReadOnlyList<BatchRow> Rows { get; private set; } = [];

    public static BatchFile Read(string path, string roundName)
    {
        var rows = Path.GetExtension(path).Equals(".xlsx", StringComparison.OrdinalIgnoreCase) ? Spreadsheet.Read(path) : CsvRow.ReadFile(path);
        if (rows.Count == 0)
        {
            throw CliException.Usage($"{path}: there is no row below the header");
        }

        var file = new BatchFile(path, [.. rows[0].Columns]);
        file.Rows = [.. rows.Select(row => file.RowOf(row, roundName))];
        return file;
    }

    /// <summary>Heading in this file of a field that the service names.</summary>
    public string HeadingOf(string field)
    {
        var last = field[(field.LastIndexOf('.') + 1)..];
        return headings.GetValueOrDefault(last, last);
    }

    private BatchRow RowOf(CsvRow row, string roundName)
    {
        var column = BatchColumns.Total;
        try
        {
            var total = Amount(BatchColumns.Total);
            var government = Amount(BatchColumns.Government);
            return new(row.Line, new()
            {
                Company = $"companies/{Text(BatchColumns.Company)}",
                Group = Text(BatchColumns.Group),
                Function = Text(BatchColumns.Function),
                Mode = ModeOf(Text(BatchColumns.Mode)),
                CommonProject = Text(BatchColumns.Project) is { Length: > 0 } project ? $"{roundName}/commonProjects/{project}" : "",
                Title = Text(BatchColumns.Title),
                Topic = Text(BatchColumns.Topic),
                TotalNtd = total,
                GovernmentNtd = government,
                SelfNtd = Text(BatchColumns.Self).Length > 0 ? Amount(BatchColumns.Self) : total - government,
                FemalePrincipalInvestigator = Text(BatchColumns.FemaleInvestigator) is "1" or "true" or "TRUE" or "是",
                CustomSoftwarePercent = Text(BatchColumns.CustomSoftware).Length > 0 ? (int)Amount(BatchColumns.CustomSoftware) : 0,
                Reference = Text(BatchColumns.Reference),
            }, null, null);
        }
        catch (FormatException wrong)
        {
            return new(row.Line, null, HeadingOf(column.Field), wrong.Message);
        }

        string Text(BatchColumn wanted)
        {
            column = wanted;
            return headings.TryGetValue(wanted.Field, out var heading) ? row.Text(heading) : "";
        }

        long Amount(BatchColumn wanted) =>
            long.TryParse(Text(wanted), NumberStyles.Integer | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number)
                ? number
                : throw new FormatException($"'{Text(wanted)}' is no whole number");
    }

    private static CaseMode ModeOf(string text) => text switch
    {
        "" or "general" => CaseMode.General,
        "common" => CaseMode.Common,
        _ => throw new FormatException($"'{text}' is neither general nor common"),
    };
}
