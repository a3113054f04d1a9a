using SmeOrleans.Cli.Output;
using Spectre.Console;

namespace SmeOrleans.Cli.Season.Findings;

/// <summary>Prints what a replay came to.</summary>
internal sealed partial class SeasonPrinter(DataWriter writer)
{
    public void Print(SeasonResult result)
    {
        foreach (var table in result.Tables)
        {
            PrintTable(table);
        }

        PrintBudgets(result);
        PrintOutcome(result);
        PrintProblems(result);
        writer.Line(result.Ledger.ToString());
        writer.Record(RecordOf(result));
        writer.Close();
    }

    private void PrintTable(TableComparison compared)
    {
        foreach (var cell in compared.Cells)
        {
            writer.Record(new { table = compared.Table.TableId, cell.Row, cell.Column, cell.Computed, cell.Published, cell.Agrees });
        }

        if (!writer.ForPeople)
        {
            return;
        }

        var cells = compared.Cells.ToDictionary(cell => (cell.Row, cell.Column));
        var table = new Table { Border = TableBorder.Rounded, Title = new(Markup.Escape($"{compared.Table.TableId}  {compared.Table.TitleZh}")) };
        table.AddColumn("");
        foreach (var column in compared.Table.Columns)
        {
            table.AddColumn(new TableColumn(Markup.Escape(column)) { Alignment = Justify.Right });
        }

        foreach (var row in compared.Table.Rows)
        {
            table.AddRow([new Markup(Markup.Escape(row)), .. compared.Table.Columns.Select(column => Cell(cells.GetValueOrDefault((row, column))))]);
        }

        writer.Console.Write(table);
        writer.Line(Count(compared));
        writer.Line();
    }

    private static string Count(TableComparison compared)
    {
        var published = compared.Cells.Count(cell => cell.Published is not null);
        var differing = compared.Differences.Count();
        var agreement = differing == 0 ? $"all {published} published cells agree" : $"{differing} cells differ from the {published} published ones";
        return string.Concat([agreement, .. compared.Cells.Where(cell => cell is { Agrees: false, Known: not null })
            .Select(cell => $"\nknown inconsistency {cell.Row}/{cell.Column}: printed {cell.Published}, here {cell.Computed}: {cell.Known!.Note}")]);
    }

    private static Markup Cell(ComparedCell? cell) => cell switch
    {
        null => new(""),
        { Agrees: true } => new(Markup.Escape(cell.Computed ?? "")),
        { Known: not null } => new($"[yellow]{Markup.Escape($"{cell.Computed} ~ {cell.Published}")}[/]"),
        _ => new($"[red]{Markup.Escape($"{cell.Computed ?? "nothing"} ≠ {cell.Published ?? "nothing"}")}[/]"),
    };

    private void PrintOutcome(SeasonResult result)
    {
        PrintFigures(result);
        foreach (var line in result.Summary)
        {
            writer.Line(line);
        }

        foreach (var (reason, cases) in result.Reasons)
        {
            writer.Line(string.Create(CultureInfo.InvariantCulture, $"  {reason,-24}{cases,4}"));
        }

        writer.Line(string.Create(CultureInfo.InvariantCulture,
            $"{result.AlreadyTaken} already taken, {result.Replayed} answers from memory, {result.Retried} retries"));
        writer.Line(string.Create(CultureInfo.InvariantCulture,
            $"journal {result.JournalBefore} -> {result.JournalAfter}, wall time {result.Elapsed.TotalSeconds:F1} s"));
    }

    // Cells of the table itself may be missing from its rows and columns, so every difference is also named by line.
    private void PrintProblems(SeasonResult result)
    {
        var lines = result.Problems
            .Concat(result.Missing)
            .Concat(result.Differences.Select(difference => $"{difference.Reference}: expected {difference.Expected}, computed {difference.Computed}"))
            .Concat(result.Tables.SelectMany(table => table.Differences.Select(cell =>
                $"{table.Table.TableId} {cell.Row}/{cell.Column}: computed {cell.Computed ?? "nothing"}, published {cell.Published ?? "nothing"}")))
            .Concat(result.Figures.Where(figure => figure.Differs).Select(figure =>
                $"{figure.Source} {figure.Key}: computed {figure.Computed}, published {figure.Published}"))
            .Concat(result.Ledger.Faults.Select(fault => $"{fault.Kind}: {fault.Subject}: {fault.Explanation}"));
        foreach (var line in result.Late)
        {
            writer.Line($"supplement too late, as expected: {line}");
        }

        foreach (var line in lines)
        {
            writer.Line($"DIFFERS {line}");
        }
    }

    private static object RecordOf(SeasonResult result) => new
    {
        result.Summary,
        result.AlreadyTaken,
        result.Replayed,
        result.Retried,
        Reasons = result.Reasons.ToDictionary(count => count.Reason, count => count.Cases),
        result.Problems,
        result.Late,
        result.Differences,
        result.Missing,
        Budgets = result.Budgets.SelectMany(budget => budget.Status.Lines.Select(line =>
            new { budget.Round, line.Code, line.AmountNtd, line.ApprovedNtd, line.CommittedNtd, line.PaidNtd, line.LeftNtd })),
        result.Figures,
        result.KnownElsewhere,
        Ledger = result.Ledger.ToString(),
        LedgerFaults = result.Ledger.Faults.Select(fault => $"{fault.Kind}: {fault.Subject}: {fault.Explanation}"),
        result.JournalBefore,
        result.JournalAfter,
        Seconds = Math.Round(result.Elapsed.TotalSeconds, 1),
        result.AllAgrees,
    };
}
