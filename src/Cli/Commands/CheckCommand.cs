using System.CommandLine;
using SmeOrleans.Cli.Connection;

namespace SmeOrleans.Cli.Commands;

/// <summary><c>sme check</c>: the service recounts everything.</summary>
internal static class CheckCommand
{
    public static Command Create(GlobalOptions global)
    {
        var command = new Command("check", "Recount quotas, states, hash chains and lists; needs role operator or auditor");
        command.SetAction((parsed, stop) => global.ConnectedAsync(parsed, async (connection, token, writer) =>
        {
            // A recount of everything may take longer than an ordinary call.
            var answer = await connection.Operations.CheckInvariantsAsync(new(), ServiceConnection.Options(token, stop, endless: true));
            writer.Table(null, ["checked", "number"], answer.Counts.Select(count =>
                new[] { count.Subject, count.Count.ToString("N0", CultureInfo.InvariantCulture) }));
            writer.Line(answer.Violations.Count == 0 ? "all is well" : $"{answer.Violations.Count} do not hold:");
            foreach (var violation in answer.Violations)
            {
                writer.Line($"  {violation}");
            }

            writer.Record(answer);
            writer.Close(single: true);
            return answer.Violations.Count == 0 ? ExitCodes.Ok : ExitCodes.Refused;
        }));
        return command;
    }
}
