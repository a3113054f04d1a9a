namespace SmeOrleans.GrpcFrontend.ReadModels;

/// <summary>Checks that everything stored agrees with everything else.</summary>
public interface IInvariants
{
    Task<InvariantReport> CheckAsync(CancellationToken ct);
}

/// <summary>What was checked and what is wrong.</summary>
/// <param name="Counts">How many of each subject were checked.</param>
/// <param name="Violations">A sentence each; empty when all is well.</param>
public sealed record InvariantReport(IReadOnlyList<(string Subject, long Count)> Counts, IReadOnlyList<string> Violations);
