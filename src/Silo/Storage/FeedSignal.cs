namespace SmeOrleans.Silo.Storage;

/// <summary>How far the feed is known to reach in this process.</summary>
public sealed class FeedSignal
{
    private readonly Lock _lock = new();
    private TaskCompletionSource _advanced = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _head;

    /// <summary>Seq of the last entry known.</summary>
    public long Head => Volatile.Read(ref _head);

    /// <summary>Completes when an entry after <paramref name="seq"/> is known.</summary>
    public Task PastAsync(long seq)
    {
        lock (_lock)
        {
            return _head > seq ? Task.CompletedTask : _advanced.Task;
        }
    }

    /// <summary>Tells all who wait; a head that is already known tells nobody.</summary>
    public void Advance(long head)
    {
        TaskCompletionSource told;
        lock (_lock)
        {
            if (head <= _head)
            {
                return;
            }

            _head = head;
            told = _advanced;
            _advanced = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        told.SetResult();
    }
}
