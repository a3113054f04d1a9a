using System.CommandLine;
using SmeOrleans.Cli.Connection;
using SmeOrleans.Cli.Output;

namespace SmeOrleans.Cli.Commands;

/// <summary><c>sme status</c>: version, store, clock and how far the projections are.</summary>
internal static class StatusCommand
{
    public static Command Create(GlobalOptions global)
    {
        var command = new Command("status", "Show version, store, clock and lag of a running service; needs role operator or auditor");
        command.SetAction((parsed, stop) => global.ConnectedAsync(parsed, async (connection, token, writer) =>
        {
            var status = await connection.Operations.GetStatusAsync(new(), ServiceConnection.Options(token, stop));
            writer.Table(connection.Address, ["", ""],
            [
                ["version", status.Version],
                ["store", status.Store],
                ["clock", DisplayTime.Of(status.Now) + (status.Sandbox ? " (sandbox)" : "")],
                ["journal", string.Create(CultureInfo.InvariantCulture, $"{status.JournalHead}, projected {status.ProjectedHead}")],
                ["notifications to deliver", status.OutboxPending.ToString(CultureInfo.InvariantCulture)],
            ]);
            writer.Record(status);
            writer.Close(single: true);
            return ExitCodes.Ok;
        }));
        return command;
    }
}
