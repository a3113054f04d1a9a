using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using SmeOrleans.GrpcFrontend.ReadModels;
using SmeOrleans.Silo.Projections;
using SmeOrleans.Silo.Storage;

namespace SmeOrleans.Silo.Reports;

/// <summary>
/// The tables of lists and reports made anew from a round's part of the journal, in memory and from the first entry: what
/// the stored projection may have got wrong on its way is not in it.
/// </summary>
internal sealed class JournalRecount : IAsyncDisposable
{
    private readonly Scratch _scratch = new();
    private readonly Projector _projector;

    private JournalRecount(IJournalFeed journal) => _projector = new(_scratch, journal);

    /// <param name="head">Last entry that is folded.</param>
    public static async Task<JournalRecount> FoldAsync(IDatabase database, string round, long head, CancellationToken ct)
    {
        var recount = new JournalRecount(new RoundJournal(database, round, head));
        while (await recount._projector.StepAsync(ct) > 0)
        {
        }

        return recount;
    }

    public async Task<Report> CountAsync(string round, NamedTable table, CancellationToken ct)
    {
        await using var connection = await _scratch.OpenAsync(ct);
        await using var moment = await _scratch.BeginReadingAsync(connection, ct);
        return await new TableBuilder(Counter.OfRound(moment, round, ct), table).BuildAsync();
    }

    public ValueTask DisposeAsync()
    {
        _projector.Dispose();
        return _scratch.DisposeAsync();
    }

    /// <summary>A database of one process's memory that ends with it.</summary>
    private sealed class Scratch : IDatabase, IAsyncDisposable
    {
        private readonly string _source = $"Data Source=recount-{Guid.NewGuid():N};Mode=Memory;Cache=Shared;Pooling=False";
        private readonly SqliteConnection _keeper;

        public Scratch()
        {
            _keeper = new(_source);
            _keeper.Open();
        }

        public string Kind => "sqlite";

        public async ValueTask<DbConnection> OpenAsync(CancellationToken cancellation = default)
        {
            var connection = new SqliteConnection(_source);
            await connection.OpenAsync(cancellation);
            return connection;
        }

        public ValueTask<DbTransaction> BeginReadingAsync(DbConnection connection, CancellationToken cancellation = default) =>
            connection.BeginTransactionAsync(cancellation);

        public ValueTask<IDisposable> TakeWriteTurnAsync(CancellationToken cancellation = default) => new(new MemoryStream());

        public IGrainWriter CreateWriter() => throw new NotSupportedException("Nothing is stored in a recount.");

        public ValueTask DisposeAsync() => _keeper.DisposeAsync();
    }

    /// <summary>The entries of a round and its cases, which are all that the tables count; read once.</summary>
    private sealed class RoundJournal(IDatabase database, string round, long head) : IJournalFeed
    {
        private bool _read;

        public Task<long> HeadAsync(CancellationToken cancellation) => Task.FromResult(head);

        // All at once, whatever the batch: each case is then written once instead of once for every thousand entries.
        public async Task<IReadOnlyList<JournalEntry>> ReadAsync(long seq, int max, CancellationToken cancellation)
        {
            var read = _read;
            _read = true;
            return read ? [] : await ReadAllAsync(cancellation);
        }

        private async Task<List<JournalEntry>> ReadAllAsync(CancellationToken cancellation)
        {
            await using var connection = await database.OpenAsync(cancellation);
            var rows = await connection.QueryAsync<(long Seq, string Type, string Grain, long Version, string Event, string Payload, string At)>(new CommandDefinition(
                """
                select seq, grain_type, grain, version, type, payload, at from journal
                where grain = @round and grain_type = @roundType and seq <= @head
                union all
                select seq, grain_type, grain, version, type, payload, at from journal
                where grain >= @first and grain < @last and grain_type = @caseType and seq <= @head
                order by seq
                """,
                new
                {
                    round, head, roundType = Tables.Rounds.GrainType, caseType = Tables.Cases.GrainType,
                    // '0' follows '/'.
                    first = $"{round}/cases/", last = $"{round}/cases0",
                },
                cancellationToken: cancellation));
            return [.. rows.Select(row => new JournalEntry(row.Seq, row.Type, row.Grain, row.Version, row.Event, row.Payload, "", null, UtcText.Parse(row.At), ""))];
        }

        public Task<IReadOnlyList<JournalEntry>> ReadGrainAsync(string grain, long seq, int max, CancellationToken cancellation) => throw new NotSupportedException();

        public Task WaitAsync(long seq, CancellationToken cancellation) => Task.CompletedTask;
    }
}
