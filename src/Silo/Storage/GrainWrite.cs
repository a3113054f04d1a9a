namespace SmeOrleans.Silo.Storage;

/// <summary>One write of one grain, ready to be stored.</summary>
/// <param name="Grain">Resource name, which is the grain's key.</param>
/// <param name="Expected">Version that must be stored now; 0 = none. The write stores the next one.</param>
/// <param name="PreviousChain">Hash of the grain's journal before this write; must be stored now.</param>
/// <param name="State">Snapshot as JSON; null clears.</param>
/// <param name="WakeAt">When the grain wants to be woken, as text; null = not.</param>
/// <param name="Chain">Hash of the grain's journal after this write; empty for a grain without journal.</param>
public sealed record GrainWrite(
    string GrainType,
    string Grain,
    long Expected,
    string PreviousChain,
    string? State,
    string? WakeAt,
    string Chain,
    ImmutableList<JournalRow> Rows,
    ImmutableList<OutboxRow> Mail);

/// <summary>One row of the journal, except what it has in common with its write.</summary>
/// <param name="InFeed">Whether it gets a place in the feed; false for a write without events.</param>
/// <param name="Ordinal">Place within the write, from 0 on.</param>
/// <param name="StateHash">SHA-256 of the snapshot that the write led to, on its last row; lower-case hex.</param>
public sealed record JournalRow(
    bool InFeed,
    int Ordinal,
    string Type,
    string Payload,
    string Actor,
    string? RequestId,
    string At,
    string PreviousHash,
    string Hash,
    string? StateHash);

/// <summary>A notification to send.</summary>
/// <param name="DedupeKey">Names the notice by grain, version and place in the write, so that it can be stored only once.</param>
public sealed record OutboxRow(string Id, string DedupeKey, string Recipient, string Subject, string Body, string CreatedAt);
