using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Dapper;
using SmeOrleans.Grains.Journaling;
using SmeOrleans.GrpcFrontend.ReadModels;
using SmeOrleans.Silo.Storage;

namespace SmeOrleans.Silo.Projections;

/// <summary>
/// Folds the journal into the tables of lists and reports. A batch and the checkpoint are one transaction, and one
/// projector works at a time across all processes: every entry is folded exactly once and in order.
/// </summary>
internal sealed class Projector(IDatabase database, IJournalFeed feed) : IProjectionControl, IDisposable
{
    private const int BatchMax = 1_000;

    // Raise it when a column is derived in another way; the tables are then made anew on the next start.
    private const int Revision = 3;

    // Patience with the machine, not a deadline of the programme: real time, whatever the driven clock says.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Dialect _dialect = new(database);
    private readonly SemaphoreSlim _turn = new(1);
    private bool _prepared;

    public void Dispose() => _turn.Dispose();

    public async Task<long> ProjectedHeadAsync(CancellationToken ct)
    {
        await PrepareAsync(ct);
        await using var connection = await database.OpenAsync(ct);
        return await CheckpointAsync(connection, ct);
    }

    public async Task CatchUpAsync(CancellationToken ct)
    {
        var head = await feed.HeadAsync(ct);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Patience);
        try
        {
            await FoldUpToAsync(head, limit.Token);
        }
        catch (Exception cut) when (limit.IsCancellationRequested && !ct.IsCancellationRequested)
        {
            throw new TimeoutException($"The projection has not reached journal entry {head} within {Patience}.", cut);
        }
    }

    /// <summary>One transaction from empty to the head: nobody reads half-made lists. On SQLite, writes wait meanwhile.</summary>
    public async Task<long> RebuildAsync(CancellationToken ct)
    {
        await PrepareAsync(ct);
        var reached = 0L;
        await InTurnAsync(connection => WriteAsync(connection, async transaction =>
        {
            await EmptyAsync(transaction, ct);
            while (await feed.ReadAsync(reached, BatchMax, ct) is { Count: > 0 } entries)
            {
                await StoreAsync(transaction, await FoldAsync(connection, transaction, entries, ct), ct);
                await AdvanceAsync(transaction, reached, entries[^1].Seq, ct);
                reached = entries[^1].Seq;
            }
        }, ct), ct);
        return reached;
    }

    /// <summary>Folds the next batch.</summary>
    /// <returns>Entries folded; 0 = nothing is left.</returns>
    public async Task<int> StepAsync(CancellationToken ct)
    {
        await PrepareAsync(ct);
        var folded = 0;
        await InTurnAsync(async connection => folded = await FoldNextAsync(connection, ct), ct);
        return folded;
    }

    // Whoever waits lends a hand, so an answer does not depend on the background service being scheduled.
    private async Task FoldUpToAsync(long head, CancellationToken ct)
    {
        while (await ProjectedHeadAsync(ct) is var reached && reached < head)
        {
            if (await StepAsync(ct) == 0)
            {
                await feed.WaitAsync(reached, ct);
            }
        }
    }

    private async Task<int> FoldNextAsync(DbConnection connection, CancellationToken ct)
    {
        var from = await CheckpointAsync(connection, ct);
        var entries = await feed.ReadAsync(from, BatchMax, ct);
        if (entries.Count == 0)
        {
            return 0;
        }

        // Everything is read and folded before the transaction begins: SQLite has one writer, and grains are waiting for it.
        var folded = await FoldAsync(connection, transaction: null, entries, ct);
        await WriteAsync(connection, async transaction =>
        {
            await StoreAsync(transaction, folded, ct);
            await AdvanceAsync(transaction, from, entries[^1].Seq, ct);
        }, ct);
        return entries.Count;
    }

    private async Task<List<FoldedRows>> FoldAsync(
        DbConnection connection, DbTransaction? transaction, IReadOnlyList<JournalEntry> entries, CancellationToken ct)
    {
        var folded = new List<FoldedRows>();
        foreach (var table in entries.Select(entry => (Entry: entry, Event: Read(entry))).GroupBy(happening => TableOf(happening.Event)))
        {
            folded.Add(await table.Key.FoldAsync(connection, transaction, _dialect, [.. table], ct));
        }

        return folded;
    }

    private static async Task StoreAsync(DbTransaction transaction, List<FoldedRows> folded, CancellationToken ct)
    {
        foreach (var rows in folded)
        {
            await RowWriter.UpsertAsync(transaction, rows.Table, rows.Columns, rows.Rows, ct);
            await SideTables.WriteAsync(transaction, rows, ct);
        }
    }

    // The lock may be lost with its connection while we fold; then another projector may have been here, and we must not write.
    private static async Task AdvanceAsync(DbTransaction transaction, long from, long to, CancellationToken ct)
    {
        if (await ExecuteAsync(transaction, "UPDATE projection_checkpoint SET seq = @to WHERE seq = @from", new { from, to }, ct) != 1)
        {
            throw new InvalidOperationException($"Another projector has gone on from journal entry {from}.");
        }
    }

    private static object Read(JournalEntry entry) =>
        JsonSerializer.Deserialize(entry.Payload, JournalJson.EventTypes[entry.Type], JournalJson.Options)!;

    private static ProjectedTable TableOf(object happened) =>
        Tables.All.First(table => happened.GetType().IsSubclassOf(table.EventRoot));

    private async Task InTurnAsync(Func<DbConnection, Task> work, CancellationToken ct)
    {
        await _turn.WaitAsync(ct);
        try
        {
            await using var exclusive = await ProjectorLock.TakeAsync(database, ct);
            await using var connection = await database.OpenAsync(ct);
            await work(connection);
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task WriteAsync(DbConnection connection, Func<DbTransaction, Task> work, CancellationToken ct)
    {
        using var turn = await database.TakeWriteTurnAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await work(transaction);
        await transaction.CommitAsync(ct);
    }

    private static Task<long> CheckpointAsync(DbConnection connection, CancellationToken ct) =>
        connection.QuerySingleAsync<long>(new CommandDefinition("SELECT seq FROM projection_checkpoint", cancellationToken: ct));

    private static Task<int> ExecuteAsync(DbTransaction transaction, string sql, object? parameters, CancellationToken ct) =>
        transaction.Connection!.ExecuteAsync(new CommandDefinition(sql, parameters, transaction, cancellationToken: ct));

    private async Task PrepareAsync(CancellationToken ct)
    {
        if (_prepared)
        {
            return;
        }

        await InTurnAsync(connection => WriteAsync(connection, async transaction =>
        {
            await ExecuteAsync(transaction, "CREATE TABLE IF NOT EXISTS projection_checkpoint (seq BIGINT NOT NULL, shape TEXT NOT NULL)", null, ct);
            var shape = await connection.QuerySingleOrDefaultAsync<string>(new CommandDefinition(
                "SELECT shape FROM projection_checkpoint", transaction: transaction, cancellationToken: ct));
            if (shape != Shape())
            {
                await CreateAsync(transaction, ct);
            }
        }, ct), ct);
        _prepared = true;
    }

    /// <summary>Makes the tables anew, empty. They hold nothing that the journal does not, so another shape is no migration.</summary>
    private async Task CreateAsync(DbTransaction transaction, CancellationToken ct)
    {
        foreach (var table in TableNames)
        {
            await ExecuteAsync(transaction, $"DROP TABLE IF EXISTS {table}", null, ct);
        }

        foreach (var statement in Definition())
        {
            await ExecuteAsync(transaction, statement, null, ct);
        }

        await ExecuteAsync(transaction, "DELETE FROM projection_checkpoint", null, ct);
        await ExecuteAsync(transaction, "INSERT INTO projection_checkpoint (seq, shape) VALUES (0, @shape)", new { shape = Shape() }, ct);
    }

    private static async Task EmptyAsync(DbTransaction transaction, CancellationToken ct)
    {
        foreach (var table in TableNames)
        {
            await ExecuteAsync(transaction, $"DELETE FROM {table}", null, ct);
        }

        await ExecuteAsync(transaction, "UPDATE projection_checkpoint SET seq = 0", null, ct);
    }

    private static IEnumerable<string> TableNames => Tables.All.Select(table => table.Name).Concat(SideTables.Names);

    private IEnumerable<string> Definition() => Tables.All.SelectMany(table => table.Definition(_dialect)).Concat(SideTables.Definition(_dialect));

    private string Shape() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Revision};{string.Join(';', Definition())}")));
}
