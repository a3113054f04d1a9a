namespace SmeOrleans.Grains.Journaling;

/// <summary>
/// What a grain stores: its state, the requests that it remembers, what it still has to tell and when it wants to be
/// woken. The events that led from the stored state to this one travel beside it in <see cref="Write"/> and are
/// written in the same transaction.
/// </summary>
[GenerateSerializer, Alias("sme.Journaled`1")]
public sealed class Journaled<TState> : IJournaled
    where TState : class
{
    /// <summary>The state; null before the first write.</summary>
    [Id(0)]
    public TState? State { get; set; }

    /// <summary>Version of the last write that changed the state; housekeeping does not count.</summary>
    [Id(5)]
    public long StateVersion { get; set; }

    /// <summary>Accepted requests by id.</summary>
    [Id(1)]
    public ImmutableDictionary<Guid, RememberedRequest> Requests { get; set; } = ImmutableDictionary<Guid, RememberedRequest>.Empty;

    /// <summary>What other grains have not yet confirmed to have heard.</summary>
    [Id(2)]
    public ImmutableList<Tell> Untold { get; set; } = [];

    /// <summary>Places taken here by cases that have not yet been seen to stand.</summary>
    [Id(4)]
    public ImmutableList<Reservation> Unconfirmed { get; set; } = [];

    /// <summary>When the grain wants to be woken; null = not.</summary>
    [Id(3)]
    public DateTimeOffset? WakeAt { get; set; }

    /// <summary>What the next write adds to the journal; never stored with the snapshot.</summary>
    [NonSerialized]
    private JournalWrite? _write;

    JournalWrite? IJournaled.Write => _write;

    /// <summary>This record with what the next write adds.</summary>
    public Journaled<TState> Writing(JournalWrite write)
    {
        _write = write;
        return this;
    }
}
