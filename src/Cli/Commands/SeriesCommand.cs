using System.CommandLine;
using SmeOrleans.Cli.Connection;

namespace SmeOrleans.Cli.Commands;

/// <summary><c>sme series TABLE</c>: a ten-year series.</summary>
internal static class SeriesCommand
{
    public static Command Create(GlobalOptions global)
    {
        var table = new Argument<string>("TABLE") { Description = "3, 26, 30, 31, 32 or 33" };
        var command = new Command("series", "Print a ten-year series: years on record, and the rounds run here") { table };
        command.SetAction((parsed, stop) => global.ConnectedAsync(parsed, async (connection, token, writer) =>
        {
            var series = await connection.Reports.GetSeriesAsync(new() { Table = parsed.GetValue(table)! }, ServiceConnection.Options(token, stop));
            var years = series.Figures.Select(figure => figure.RocYear).Distinct().ToList();
            var cells = series.Figures.ToDictionary(figure => (figure.Key, figure.Measure, figure.RocYear), figure => figure.Value);
            writer.Table($"table {series.Table}", ["", "", .. years], series.Figures.Select(figure => (figure.Key, figure.Measure)).Distinct().Select(line =>
                (string[])[line.Key, line.Measure, .. years.Select(year => cells.GetValueOrDefault((line.Key, line.Measure, year), ""))]));
            writer.Line($"computed from rounds run here: {string.Join(", ", series.ComputedYears)}");
            writer.Record(series);
            writer.Close(single: true);
            return ExitCodes.Ok;
        }));
        return command;
    }
}
