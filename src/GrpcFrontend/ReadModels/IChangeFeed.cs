namespace SmeOrleans.GrpcFrontend.ReadModels;

/// <summary>The public changes of cases, in the order of the journal.</summary>
public interface IChangeFeed
{
    /// <summary>
    /// Changes of a round after <paramref name="afterSeq"/>, oldest first, at most <paramref name="max"/>. Fewer than that
    /// means that there are no more now; the answer includes every write acknowledged before the call.
    /// </summary>
    Task<IReadOnlyList<ChangeRow>> ReadAsync(string round, long afterSeq, int max, CancellationToken ct);
}

/// <summary>A public change.</summary>
/// <param name="Seq">Place in the journal; the cursor to resume from.</param>
/// <param name="State">State after it.</param>
public sealed record ChangeRow(
    long Seq, string Case, string CaseNumber, string Company, string CompanyName, string Unit, string Title, CaseState State, DateTimeOffset At);
