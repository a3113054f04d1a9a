using System.CommandLine;
using SmeOrleans.Cli.Connection;
using SmeOrleans.Cli.Output;

namespace SmeOrleans.Cli.Commands;

/// <summary><c>sme report TABLE</c>: a table of the annual report.</summary>
internal static class ReportCommand
{
    public static Command Create(GlobalOptions global)
    {
        var table = new Argument<string>("TABLE") { Description = "e.g. table-05, or just 5" };
        var round = new Option<string>("--round") { Description = "Round, e.g. 107", Required = true, HelpName = "ROUND" };
        var file = new Option<FileInfo?>("--file") { Description = "Write it to a file instead: .csv or .xlsx", HelpName = "FILE" };
        var release = new Option<bool>("--release") { Description = "Release it, once it is cross-footed and recounted from the journal; needs role office" };
        var released = new Option<bool>("--released") { Description = "Print it as it was last released" };
        var command = new Command("report", "Print, export or release a table of the annual report for a round") { table, round, file, release, released };
        command.SetAction((parsed, stop) => global.ConnectedAsync(parsed, async (connection, token, writer) =>
        {
            var name = CasesCommand.RoundName(parsed.GetValue(round)!);
            var id = TableId(parsed.GetValue(table)!);
            // A recount of the journal takes longer than a read.
            var options = ServiceConnection.Options(token, stop, endless: parsed.GetValue(release));
            if (parsed.GetValue(file) is { } to)
            {
                return await ExportAsync(connection, new() { Round = name, TableId = id, Format = FormatOf(to) }, to, options, stop);
            }

            var report = parsed.GetValue(released)
                ? Released(writer, Latest(await connection.Reports.ListTableReleasesAsync(new() { Round = name, TableId = id }, options), id))
                : parsed.GetValue(release)
                ? Released(writer, await connection.Reports.ReleaseTableAsync(new() { Round = name, TableId = id, RequestId = Guid.NewGuid().ToString() }, options))
                : await connection.Reports.GetReportTableAsync(new() { Round = name, TableId = id }, options);
            var cells = report.Cells.ToDictionary(cell => (cell.Row, cell.Column), cell => cell.Value);
            writer.Table($"{report.TableId}  {report.TitleZh}", ["", .. report.Columns], report.Rows.Select(row =>
                (string[])[row, .. report.Columns.Select(column => cells.GetValueOrDefault((row, column), ""))]));
            writer.Record(report);
            writer.Close(single: true);
            return ExitCodes.Ok;
        }));
        return command;
    }

    private static ReleasedTable Latest(ListTableReleasesResponse answer, string id) =>
        answer.Releases.LastOrDefault() ?? throw CliException.Usage($"{id} has not been released for this round");

    private static ReportTable Released(DataWriter writer, ReleasedTable released)
    {
        writer.Line($"release {released.Number}: {released.FiguresChecked} figures recounted up to journal entry {released.JournalHead}, SHA-256 {released.Sha256}");
        return released.Table;
    }

    private static ExportFormat FormatOf(FileInfo file) => file.Extension.ToLowerInvariant() switch
    {
        ".csv" => ExportFormat.Csv,
        ".xlsx" => ExportFormat.Xlsx,
        _ => throw CliException.Usage("--file must end in .csv or .xlsx"),
    };

    private static async Task<int> ExportAsync(
        ServiceConnection connection, ExportTableRequest request, FileInfo to, CallOptions options, CancellationToken stop)
    {
        var answer = await connection.Reports.ExportTableAsync(request, options);
        await File.WriteAllBytesAsync(to.FullName, answer.Content.ToByteArray(), stop);
        Console.Error.WriteLine($"{to.FullName}: {answer.Content.Length} bytes");
        return ExitCodes.Ok;
    }

    internal static string TableId(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? string.Create(CultureInfo.InvariantCulture, $"table-{number:D2}")
            : text;
}
