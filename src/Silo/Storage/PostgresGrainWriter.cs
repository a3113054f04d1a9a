using Npgsql;
using NpgsqlTypes;

namespace SmeOrleans.Silo.Storage;

/// <summary>One round trip and one commit per batch: the rows travel as arrays, one column each.</summary>
public sealed partial class PostgresGrainWriter(NpgsqlDataSource source) : IGrainWriter
{
    /// <summary>Classes of SQLSTATE that a retry would meet again: data, integrity, access, limits, raised.</summary>
    private static readonly string[] RefusalClasses = ["22", "23", "42", "54", "P0"];

    public async Task<Committed> CommitAsync(IReadOnlyList<GrainWrite> batch)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var command = new NpgsqlBatch(connection);
        command.BatchCommands.Add(new NpgsqlBatchCommand(LockHead));
        command.BatchCommands.Add(Rows(batch));
        await using var reader = await command.ExecuteReaderAsync();
        await reader.NextResultAsync();
        var won = new bool[batch.Count];
        var head = 0L;
        while (await reader.ReadAsync())
        {
            head = reader.GetInt64(1);
            if (!reader.IsDBNull(0))
            {
                won[reader.GetInt64(0) - 1] = true;
            }
        }

        // The commit is done only when the server is ready again, which is behind the last result.
        await reader.NextResultAsync();
        return new Committed(won, head);
    }

    public bool IsRefusal(Exception fault) => fault is PostgresException { SqlState: var state } && RefusalClasses.Contains(state[..2]);

    public void Dispose()
    {
    }

    private static NpgsqlBatchCommand Rows(IReadOnlyList<GrainWrite> batch)
    {
        var command = new NpgsqlBatchCommand(Write);
        var columns = new Columns(command);
        columns.Text(batch, write => write.GrainType);
        columns.Text(batch, write => write.Grain);
        columns.Add(NpgsqlDbType.Bigint, batch, write => write.Expected);
        columns.Text(batch, write => write.PreviousChain);
        columns.Text(batch, write => write.State);
        columns.Text(batch, write => write.WakeAt);
        columns.Text(batch, write => write.Chain);
        AddJournal(columns, [.. batch.SelectMany((write, index) => write.Rows.Select(row => (index + 1L, row)))]);
        AddOutbox(columns, [.. batch.SelectMany((write, index) => write.Mail.Select(mail => (index + 1L, mail)))]);
        return command;
    }

    private static void AddJournal(Columns columns, IReadOnlyList<(long Write, JournalRow Row)> rows)
    {
        columns.Add(NpgsqlDbType.Bigint, rows, entry => entry.Write);
        columns.Add(NpgsqlDbType.Boolean, rows, entry => entry.Row.InFeed);
        columns.Add(NpgsqlDbType.Integer, rows, entry => entry.Row.Ordinal);
        columns.Text(rows, entry => entry.Row.Type);
        columns.Text(rows, entry => entry.Row.Payload);
        columns.Text(rows, entry => entry.Row.Actor);
        columns.Text(rows, entry => entry.Row.RequestId);
        columns.Text(rows, entry => entry.Row.At);
        columns.Text(rows, entry => entry.Row.PreviousHash);
        columns.Text(rows, entry => entry.Row.Hash);
        columns.Text(rows, entry => entry.Row.StateHash);
    }

    private static void AddOutbox(Columns columns, IReadOnlyList<(long Write, OutboxRow Row)> mail)
    {
        columns.Add(NpgsqlDbType.Bigint, mail, entry => entry.Write);
        columns.Text(mail, entry => entry.Row.Id);
        columns.Text(mail, entry => entry.Row.DedupeKey);
        columns.Text(mail, entry => entry.Row.Recipient);
        columns.Text(mail, entry => entry.Row.Subject);
        columns.Text(mail, entry => entry.Row.Body);
        columns.Text(mail, entry => entry.Row.CreatedAt);
    }

    /// <summary>Adds array parameters in the order of their numbers in the statement.</summary>
    private readonly struct Columns(NpgsqlBatchCommand command)
    {
        public void Text<TRow>(IReadOnlyList<TRow> rows, Func<TRow, string?> value) => Add(NpgsqlDbType.Text, rows, value);

        public void Add<TRow, TValue>(NpgsqlDbType type, IReadOnlyList<TRow> rows, Func<TRow, TValue> value)
        {
            var column = new TValue[rows.Count];
            for (var row = 0; row < column.Length; row++)
            {
                column[row] = value(rows[row]);
            }

            command.Parameters.Add(new NpgsqlParameter<TValue[]> { TypedValue = column, NpgsqlDbType = NpgsqlDbType.Array | type });
        }
    }
}
