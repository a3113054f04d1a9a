using System.CommandLine;
using System.Diagnostics;
using System.Runtime.InteropServices;
using SmeOrleans.Cli.Server;

namespace SmeOrleans.Cli.Commands;

/// <summary><c>sme run</c>: the service itself, in the foreground.</summary>
internal static class RunCommand
{
    public static Command Create()
    {
        var options = new ServerCommandOptions();
        var sandbox = new Option<bool>("--sandbox") { Description = "For tests and rehearsals: the clock can be driven (OperationsService.AdvanceClock)" };
        var start = new Option<DateTimeOffset?>("--sandbox-start") { Description = "Where a sandbox clock starts, e.g. 2018-02-13T00:00:00+08:00", HelpName = "TIME" };
        var command = new Command("run", "Run the service until Ctrl-C; it drains and ends with 0")
        {
            options.Store, options.DataDir, options.Listen, options.Port, options.HttpPort, sandbox, start,
        };
        command.SetAction((parsed, stop) =>
        {
            var server = new ServerOptions(
                parsed.GetValue(options.DataDir)!,
                parsed.GetValue(options.Store),
                parsed.GetValue(options.Listen)!,
                parsed.GetValue(options.Port),
                parsed.GetValue(options.HttpPort),
                parsed.GetValue(start));
            string[] bare = parsed.GetValue(sandbox) && server.SandboxStart is null ? ["--sandbox"] : [];
            return RunAsync([.. server.Arguments(), .. bare]);
        });
        return command;
    }

    /// <summary>Runs the service with this terminal's streams; its exit code is ours.</summary>
    public static async Task<int> RunAsync(IEnumerable<string> arguments)
    {
        using var process = Process.Start(ServerProgram.Command(arguments))
            ?? throw CliException.Unreachable("the service cannot be started");
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Forward);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Forward);
        await process.WaitForExitAsync(CancellationToken.None);
        return process.ExitCode;

        void Forward(PosixSignalContext signal)
        {
            signal.Cancel = true;
            Signals.AskToEnd(process);
        }
    }
}
