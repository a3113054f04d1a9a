namespace SmeOrleans.Silo.Storage;

/// <summary>One event of the journal.</summary>
/// <param name="Seq">Place in the feed, from 1 on without gaps; a reader that has seen n will never find a new entry below n.</param>
/// <param name="Grain">Resource name, which is the grain's key.</param>
/// <param name="Version">Version of the grain's state after the write that this event belongs to.</param>
/// <param name="Type">Name of the event type.</param>
/// <param name="Payload">The event as JSON.</param>
/// <param name="Hash">SHA-256 chain of the grain's journal up to here, lower-case hex.</param>
public sealed record JournalEntry(
    long Seq, string GrainType, string Grain, long Version, string Type, string Payload, string Actor, Guid? RequestId, DateTimeOffset At, string Hash);

/// <summary>Reads the journal in feed order.</summary>
public interface IJournalFeed
{
    /// <summary>Seq of the last entry; 0 when there is none.</summary>
    Task<long> HeadAsync(CancellationToken cancellation);

    /// <summary>Entries after <paramref name="seq"/>, oldest first, at most <paramref name="max"/>.</summary>
    Task<IReadOnlyList<JournalEntry>> ReadAsync(long seq, int max, CancellationToken cancellation);

    /// <summary>Entries of one grain after <paramref name="seq"/>, oldest first, at most <paramref name="max"/>.</summary>
    Task<IReadOnlyList<JournalEntry>> ReadGrainAsync(string grain, long seq, int max, CancellationToken cancellation);

    /// <summary>Returns once there is an entry after <paramref name="seq"/>, at once when there is; polls other silos' writes.</summary>
    Task WaitAsync(long seq, CancellationToken cancellation);
}
