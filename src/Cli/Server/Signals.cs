using System.Diagnostics;
using System.Runtime.InteropServices;

namespace SmeOrleans.Cli.Server;

/// <summary>Asks a child process to end, as a terminal would.</summary>
internal static class Signals
{
    private const int Terminate = 15;

    public static void AskToEnd(Process process)
    {
        if (process.HasExited)
        {
            return;
        }

        if (OperatingSystem.IsWindows())
        {
            process.Kill();
        }
        else
        {
            _ = Kill(process.Id, Terminate);
        }
    }

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Kill(int processId, int signal);
}
