namespace SmeOrleans.Silo.Storage;

/// <summary>How much the storage takes on at once.</summary>
public sealed record StoreOptions
{
    /// <summary>Writes in one commit, at most.</summary>
    public int MaxBatch { get; init; } = 512;

    /// <summary>Writes waiting for a commit; more wait to be let in.</summary>
    public int MaxPending { get; init; } = 8192;

    /// <summary>How often the feed looks for other silos' writes.</summary>
    public TimeSpan FeedPollInterval { get; init; } = TimeSpan.FromMilliseconds(250);
}
