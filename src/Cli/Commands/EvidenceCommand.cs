using System.CommandLine;
using SmeOrleans.Cli.Connection;

namespace SmeOrleans.Cli.Commands;

/// <summary><c>sme evidence NAME</c>: an evidence pack as a file.</summary>
internal static class EvidenceCommand
{
    public static Command Create(GlobalOptions global)
    {
        var name = new Argument<string>("NAME") { Description = "rounds/R, rounds/R/panels/GROUP or rounds/R/cases/CASE" };
        var file = new Option<FileInfo>("--file") { Description = "Where the pack goes (ZIP)", Required = true, HelpName = "FILE" };
        var command = new Command("evidence", "Export the evidence of a case, panel or round; `sme verify` checks it offline") { name, file };
        command.SetAction((parsed, stop) => global.ConnectedAsync(parsed, async (connection, token, writer) =>
        {
            var to = parsed.GetValue(file)!;
            using var call = connection.Reports.ExportEvidence(new() { Name = parsed.GetValue(name)! }, ServiceConnection.Options(token, stop, endless: true));
            // The first chunk comes before the file is made: a refusal leaves none behind.
            var any = await call.ResponseStream.MoveNext(stop);
            await using var pack = to.Create();
            for (; any; any = await call.ResponseStream.MoveNext(stop))
            {
                await pack.WriteAsync(call.ResponseStream.Current.Content.Memory, stop);
            }

            writer.Line($"{to.FullName}: {pack.Length} bytes; check it with ./sme verify {to.Name}");
            writer.Record(new { File = to.FullName, Bytes = pack.Length });
            writer.Close(single: true);
            return ExitCodes.Ok;
        }));
        return command;
    }
}
