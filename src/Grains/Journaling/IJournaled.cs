namespace SmeOrleans.Grains.Journaling;

/// <summary>How the storage sees a journaled grain's record.</summary>
public interface IJournaled
{
    /// <summary>When the grain wants to be woken; kept in an indexed column.</summary>
    DateTimeOffset? WakeAt { get; }

    /// <summary>What this write adds to the journal; null when nothing.</summary>
    JournalWrite? Write { get; }
}
