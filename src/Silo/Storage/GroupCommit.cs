using System.Threading.Channels;

namespace SmeOrleans.Silo.Storage;

/// <summary>
/// One loop per process that stores all writes under way in one transaction. A write is answered only after the commit
/// that holds it; two writes of one grain never share a commit, so that the second is checked against the first.
/// </summary>
public sealed class GroupCommit : IAsyncDisposable
{
    private readonly IGrainWriter _writer;
    private readonly FeedSignal _signal;
    private readonly int _maxBatch;
    private readonly Channel<Pending> _queue;
    private readonly Task _loop;
    private Queue<Pending> _postponed = new();

    public GroupCommit(IDatabase database, FeedSignal signal, StoreOptions options)
    {
        _writer = database.CreateWriter();
        _signal = signal;
        _maxBatch = options.MaxBatch;
        _queue = Channel.CreateBounded<Pending>(new BoundedChannelOptions(options.MaxPending) { SingleReader = true });
        _loop = Task.Run(RunAsync);
    }

    /// <summary>True once the write is durable; false when another version is stored than it expected.</summary>
    /// <exception cref="UnstorableException">The database refused its contents; nothing was stored.</exception>
    /// <exception cref="StoreUnavailableException">The database broke off; whether it was stored is unknown.</exception>
    public async Task<bool> WriteAsync(GrainWrite write)
    {
        var pending = new Pending(write);
        try
        {
            await _queue.Writer.WriteAsync(pending);
        }
        catch (ChannelClosedException closed)
        {
            throw new StoreUnavailableException("The store is closing; nothing was written.", closed);
        }

        return await pending.Outcome.Task;
    }

    /// <summary>Stores what was let in, then closes.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _loop;
        _writer.Dispose();
    }

    private async Task RunAsync()
    {
        while (_postponed.Count > 0 || await _queue.Reader.WaitToReadAsync())
        {
            await CommitAsync(NextBatch());
        }
    }

    private List<Pending> NextBatch()
    {
        var batch = new List<Pending>();
        var grains = new HashSet<(string Type, string Name)>();
        var again = new Queue<Pending>();
        while (batch.Count < _maxBatch && again.Count < _maxBatch && (_postponed.TryDequeue(out var pending) || _queue.Reader.TryRead(out pending)))
        {
            if (grains.Add(pending.Grain))
            {
                batch.Add(pending);
            }
            else
            {
                again.Enqueue(pending);
            }
        }

        // What was not looked at is younger than what was postponed.
        while (_postponed.TryDequeue(out var rest))
        {
            again.Enqueue(rest);
        }

        _postponed = again;
        return batch;
    }

    private async Task CommitAsync(IReadOnlyList<Pending> batch)
    {
        try
        {
            var committed = await _writer.CommitAsync([.. batch.Select(pending => pending.Write)]);
            _signal.Advance(committed.Head);
            AnswerLosers(batch, committed.Won);
            for (var index = 0; index < batch.Count; index++)
            {
                batch[index].Outcome.SetResult(committed.Won[index]);
            }
        }
        catch (Exception fault) when (_writer.IsRefusal(fault) && batch.Count > 1)
        {
            // One bad write spoils the whole transaction: find it, and let its neighbours through.
            foreach (var pending in batch)
            {
                await CommitAsync([pending]);
            }
        }
        catch (Exception fault)
        {
            Fail(batch, fault);
        }
    }

    /// <summary>A postponed write that expects what a stored one has just replaced has lost already; versions never go back.</summary>
    private void AnswerLosers(IReadOnlyList<Pending> batch, bool[] won)
    {
        if (_postponed.Count == 0)
        {
            return;
        }

        var replaced = batch.Where((_, index) => won[index]).ToDictionary(pending => pending.Grain, pending => pending.Write.Expected);
        foreach (var pending in _postponed.Where(pending => replaced.TryGetValue(pending.Grain, out var version) && pending.Write.Expected <= version))
        {
            pending.Outcome.SetResult(false);
        }

        _postponed = new Queue<Pending>(_postponed.Where(pending => !pending.Outcome.Task.IsCompleted));
    }

    private void Fail(IReadOnlyList<Pending> batch, Exception fault)
    {
        foreach (var pending in batch)
        {
            pending.Outcome.SetException(_writer.IsRefusal(fault)
                ? new UnstorableException($"The store refused a write of {pending.Write.Grain}: {fault.Message}", fault)
                : new StoreUnavailableException($"The store broke off during a write of {pending.Write.Grain}: {fault.Message}", fault));
        }
    }

    private sealed record Pending(GrainWrite Write)
    {
        public (string Type, string Name) Grain => (Write.GrainType, Write.Grain);

        public TaskCompletionSource<bool> Outcome { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
