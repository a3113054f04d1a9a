namespace SmeOrleans.Cli.Doctor;

/// <summary>How bad it is.</summary>
internal enum Health
{
    Ok,

    /// <summary>Only some commands need it.</summary>
    Warning,

    /// <summary>The service cannot run.</summary>
    Failure,
}

/// <summary>One thing that was looked at.</summary>
/// <param name="Fix">What to do about it; empty when all is well.</param>
internal sealed record Diagnosis(string Subject, Health Health, string Detail, string Fix = "");
