using System.CommandLine;
using System.Diagnostics;
using System.Runtime.InteropServices;
using SmeOrleans.Cli.Server;

namespace SmeOrleans.Cli.Commands;

/// <summary><c>sme run</c>: the service itself, in the foreground.</summary>
internal static class RunCommand
{
    /// <summary>What follows is the service's own: it knows its options, and says all that is wrong with them at once.</summary>
    public static Command Create()
    {
        var command = new Command("run", "Run the service until Ctrl-C; it drains and ends with 0. `sme run --help` lists its options")
        {
            TreatUnmatchedTokensAsErrors = false,
        };
        command.SetAction((parsed, _) => RunAsync(parsed.UnmatchedTokens));
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
