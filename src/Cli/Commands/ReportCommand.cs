using System.CommandLine;
using SmeOrleans.Cli.Connection;

namespace SmeOrleans.Cli.Commands;

/// <summary><c>sme report TABLE</c>: a table of the annual report.</summary>
internal static class ReportCommand
{
    public static Command Create(GlobalOptions global)
    {
        var table = new Argument<string>("TABLE") { Description = "e.g. table-05, or just 5" };
        var round = new Option<string>("--round") { Description = "Round, e.g. 107", Required = true, HelpName = "ROUND" };
        var command = new Command("report", "Print a table of the annual report for a round") { table, round };
        command.SetAction((parsed, stop) => global.ConnectedAsync(parsed, async (connection, token, writer) =>
        {
            var request = new GetReportTableRequest
            {
                Round = CasesCommand.RoundName(parsed.GetValue(round)!),
                TableId = TableId(parsed.GetValue(table)!),
            };
            var report = await connection.Reports.GetReportTableAsync(request, ServiceConnection.Options(token, stop));
            var cells = report.Cells.ToDictionary(cell => (cell.Row, cell.Column), cell => cell.Value);
            writer.Table($"{report.TableId}  {report.TitleZh}", ["", .. report.Columns], report.Rows.Select(row =>
                (string[])[row, .. report.Columns.Select(column => cells.GetValueOrDefault((row, column), ""))]));
            writer.Record(report);
            writer.Close(single: true);
            return ExitCodes.Ok;
        }));
        return command;
    }

    internal static string TableId(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? string.Create(CultureInfo.InvariantCulture, $"table-{number:D2}")
            : text;
}
