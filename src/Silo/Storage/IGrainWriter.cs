namespace SmeOrleans.Silo.Storage;

/// <summary>Commits batches of grain writes; used by one loop at a time.</summary>
public interface IGrainWriter : IDisposable
{
    /// <summary>
    /// Writes all of the batch in one transaction and returns once that is durable. A write whose expected version is
    /// not the stored one is left out; a batch names each grain at most once.
    /// </summary>
    Task<Committed> CommitAsync(IReadOnlyList<GrainWrite> batch);

    /// <summary>True when the database refused what was written and has surely stored nothing; false when it may have.</summary>
    bool IsRefusal(Exception fault);
}

/// <summary>What a commit did.</summary>
/// <param name="Won">For each write of the batch: whether it was stored.</param>
/// <param name="Head">Seq of the feed's last entry after it.</param>
public sealed record Committed(bool[] Won, long Head);
