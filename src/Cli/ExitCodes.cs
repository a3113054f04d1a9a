namespace SmeOrleans.Cli;

/// <summary>What the exit code of every command says.</summary>
internal static class ExitCodes
{
    public const int Ok = 0;

    /// <summary>The service refused, or something compared does not agree.</summary>
    public const int Refused = 1;

    /// <summary>The command line or a given file makes no sense.</summary>
    public const int Usage = 2;

    /// <summary>The service cannot be reached or started.</summary>
    public const int Unreachable = 3;

    public const string Explained =
        "Exit codes: 0 all is well, 1 refused or does not agree, 2 wrong use, 3 the service cannot be reached or started.";
}
