using System.Data.Common;
using Dapper;

namespace SmeOrleans.Silo.Storage;

/// <summary>The feed over the journal table: told of this process's commits at once, of others' by polling while anyone waits.</summary>
public sealed class JournalFeed(IDatabase database, FeedSignal signal, StoreOptions options) : IJournalFeed, IAsyncDisposable
{
    private const string Columns = "seq, grain_type, grain, version, type, payload, actor, request_id, at, hash";

    private readonly CancellationTokenSource _closing = new();
    private readonly Lock _lock = new();
    private Task _poll = Task.CompletedTask;
    private int _waiting;

    public async Task<long> HeadAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var head = await connection.ExecuteScalarAsync<long>(new CommandDefinition("select seq from feed_head", cancellationToken: cancellation));
        signal.Advance(head);
        return head;
    }

    public Task<IReadOnlyList<JournalEntry>> ReadAsync(long seq, int max, CancellationToken cancellation) =>
        QueryAsync($"select {Columns} from journal where seq > @seq order by seq limit @max", new { seq, max }, cancellation);

    public Task<IReadOnlyList<JournalEntry>> ReadGrainAsync(string grain, long seq, int max, CancellationToken cancellation) =>
        QueryAsync($"select {Columns} from journal where grain = @grain and seq > @seq order by seq limit @max", new { grain, seq, max }, cancellation);

    public async Task WaitAsync(long seq, CancellationToken cancellation)
    {
        if (signal.Head > seq || await HeadAsync(cancellation) > seq)
        {
            return;
        }

        Interlocked.Increment(ref _waiting);
        try
        {
            for (var past = signal.PastAsync(seq); signal.Head <= seq; past = signal.PastAsync(seq))
            {
                StartPolling();
                await past.WaitAsync(cancellation);
            }
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await _poll;
        _closing.Dispose();
    }

    private void StartPolling()
    {
        lock (_lock)
        {
            if (_poll.IsCompleted && !_closing.IsCancellationRequested)
            {
                _poll = Task.Run(PollAsync);
            }
        }
    }

    /// <summary>One poll for all who wait. It keeps the machine's time: a driven clock must not stop it.</summary>
    private async Task PollAsync()
    {
        using var timer = new PeriodicTimer(options.FeedPollInterval);
        try
        {
            while (await timer.WaitForNextTickAsync(_closing.Token))
            {
                if (Volatile.Read(ref _waiting) > 0)
                {
                    await TryHeadAsync();
                }
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    private async Task TryHeadAsync()
    {
        try
        {
            await HeadAsync(_closing.Token);
        }
        catch (Exception fault) when (fault is DbException or TimeoutException)
        {
            // The database is away; whoever waits goes on waiting, and the next tick asks again.
        }
    }

    private async Task<IReadOnlyList<JournalEntry>> QueryAsync(string sql, object parameters, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var reader = await connection.ExecuteReaderAsync(new CommandDefinition(sql, parameters, cancellationToken: cancellation));
        var entries = new List<JournalEntry>();
        while (await reader.ReadAsync(cancellation))
        {
            entries.Add(Entry(reader));
        }

        return entries;
    }

    private static JournalEntry Entry(DbDataReader row) => new(
        row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetInt64(3), row.GetString(4), row.GetString(5), row.GetString(6),
        row.IsDBNull(7) ? null : Guid.Parse(row.GetString(7)), UtcText.Parse(row.GetString(8)), row.GetString(9));
}
