namespace SmeOrleans.Silo.Storage;

/// <summary>What <see cref="ChainVerifier"/> found.</summary>
/// <param name="Grains">Journaled grains looked at.</param>
/// <param name="Rows">Rows of the journal looked at.</param>
/// <param name="Head">Seq of the feed's last entry.</param>
/// <param name="Violations">One line each; the first thousand.</param>
public sealed record ChainReport(long Grains, long Rows, long Head, IReadOnlyList<string> Violations)
{
    /// <summary>Lines kept in <see cref="Violations"/>.</summary>
    public const int MaxViolations = 1000;

    public bool IsIntact => Violations.Count == 0;
}
