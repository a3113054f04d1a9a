using System.CommandLine;
using SmeOrleans.Cli.Connection;

namespace SmeOrleans.Cli.Commands;

/// <summary><c>sme rebuild</c>: lists and report tables anew from the journal.</summary>
internal static class RebuildCommand
{
    public static Command Create(GlobalOptions global)
    {
        var command = new Command("rebuild", "Make lists and report tables anew from the journal; needs role operator");
        command.SetAction((parsed, stop) => global.ConnectedAsync(parsed, async (connection, token, writer) =>
        {
            var answer = await connection.Operations.RebuildProjectionsAsync(new(), ServiceConnection.Options(token, stop, endless: true));
            writer.Line($"{answer.Entries.ToString("N0", CultureInfo.InvariantCulture)} journal entries read");
            writer.Record(answer);
            writer.Close(single: true);
            return ExitCodes.Ok;
        }));
        return command;
    }
}
