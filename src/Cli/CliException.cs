namespace SmeOrleans.Cli;

/// <summary>Ends a command with a sentence for the person at the keyboard and an exit code.</summary>
internal sealed class CliException(int exitCode, string message) : Exception(message)
{
    public int ExitCode { get; } = exitCode;

    public static CliException Usage(string message) => new(ExitCodes.Usage, message);

    public static CliException Unreachable(string message) => new(ExitCodes.Unreachable, message);
}
