using System.CommandLine;
using SmeOrleans.Cli.Connection;
using SmeOrleans.Cli.Filing;
using SmeOrleans.Cli.Output;

namespace SmeOrleans.Cli.Commands;

/// <summary><c>sme file</c>: batch entry of a unit's applications (W-4), one verdict a row.</summary>
internal static class FileCommand
{
    public static Command Create(GlobalOptions global)
    {
        var file = new Argument<string>("FILE") { Description = $"CSV (UTF-8) or XLSX, one application a row.\n{BatchColumns.Help}" };
        var round = new Option<string>("--round") { Description = "Round, e.g. 107", Required = true, HelpName = "ROUND" };
        var submit = new Option<bool>("--submit") { Description = "Also submit what was taken; else drafts are saved" };
        var command = new Command("file", "File applications in a batch; needs role unit. Sending a file again changes nothing")
        {
            file, round, submit,
        };
        command.SetAction((parsed, stop) =>
        {
            var roundName = CasesCommand.RoundName(parsed.GetValue(round)!);
            var batch = BatchFile.Read(parsed.GetValue(file)!, roundName);
            return global.ConnectedAsync(parsed, (connection, token, writer) =>
                FileAsync(connection, token, writer, batch, roundName, parsed.GetValue(submit), stop));
        });
        return command;
    }

    private static async Task<int> FileAsync(
        ServiceConnection connection, string token, DataWriter writer, BatchFile batch, string roundName, bool submit, CancellationToken stop)
    {
        var verdicts = new List<Verdict>(batch.Rows.Where(row => row.Application is null)
            .Select(row => new Verdict(row.Row, "unreadable", "", "FIELD_INVALID", row.Column ?? "", row.Problem ?? "")));
        using var call = connection.Cases.FileCases(ServiceConnection.Options(token, stop, endless: true));
        var sending = SendAsync(call.RequestStream, batch, roundName, submit, stop);
        await foreach (var answer in call.ResponseStream.ReadAllAsync(stop))
        {
            verdicts.Add(VerdictOf(batch, answer));
        }

        await sending;
        Print(writer, verdicts);
        return verdicts.Exists(verdict => verdict.Reason.Length > 0) || verdicts.Count < batch.Rows.Count ? ExitCodes.Refused : ExitCodes.Ok;
    }

    private static async Task SendAsync(
        IClientStreamWriter<FileCasesRequest> stream, BatchFile batch, string roundName, bool submit, CancellationToken stop)
    {
        try
        {
            foreach (var row in batch.Rows.Where(row => row.Application is not null))
            {
                await stream.WriteAsync(new() { Parent = roundName, Row = row.Row, Application = row.Application, Submit = submit }, stop);
            }

            await stream.CompleteAsync();
        }
        catch (Exception early) when (early is RpcException or InvalidOperationException)
        {
            // The service ended the stream; why is told where its answers are read.
        }
    }

    private static Verdict VerdictOf(BatchFile batch, FileCasesResponse answer) => answer.Refusal is { } refusal
        ? new(answer.Row, "refused", answer.Case?.Name ?? "", refusal.Reason, batch.HeadingOf(refusal.Field), $"{refusal.MessageZh} {refusal.MessageEn}".Trim())
        : new(answer.Row, answer.AlreadyTaken ? "already taken" : "taken",
            answer.Case.CaseNumber.Length > 0 ? answer.Case.CaseNumber : answer.Case.Name, "", "", "");

    private static void Print(DataWriter writer, List<Verdict> verdicts)
    {
        verdicts.Sort((one, other) => one.Row.CompareTo(other.Row));
        writer.Table(null, ["row", "verdict", "case", "reason", "column", "explanation"], verdicts.Select(verdict => new[]
        {
            verdict.Row.ToString(CultureInfo.InvariantCulture), verdict.Outcome, verdict.Case, verdict.Reason, verdict.Column, verdict.Message,
        }));
        verdicts.ForEach(writer.Record);
        writer.Close();
        Console.Error.WriteLine(string.Join(", ", verdicts.CountBy(verdict => verdict.Outcome).Select(count => $"{count.Value} {count.Key}")));
    }

    private sealed record Verdict(int Row, string Outcome, string Case, string Reason, string Column, string Message);
}
