using System.Data;
using Microsoft.Data.Sqlite;

namespace SmeOrleans.Silo.Storage;

/// <summary>One connection with prepared statements, kept as long as it works.</summary>
public sealed class SqliteGrainWriter(SqliteDatabase database) : IGrainWriter
{
    private const int Constraint = 19, TooBig = 18, Mismatch = 20;

    private Statements? _statements;

    public async Task<Committed> CommitAsync(IReadOnlyList<GrainWrite> batch)
    {
        using var turn = await database.TakeWriteTurnAsync();
        try
        {
            _statements ??= new Statements(database.Connect());
            return _statements.Commit(batch);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public bool IsRefusal(Exception fault) => fault is SqliteException { SqliteErrorCode: Constraint or TooBig or Mismatch };

    public void Dispose()
    {
        _statements?.Dispose();
        _statements = null;
    }

    private sealed class Statements(SqliteConnection connection) : IDisposable
    {
        private readonly SqliteCommand _create = Prepare(connection, """
            insert into grain_state (grain_type, grain, version, state, wake_at, chain)
            values (@type, @grain, @expected + 1, @state, @wake, @chain)
            on conflict do nothing
            """, "type", "grain", "expected", "previous", "state", "wake", "chain");

        private readonly SqliteCommand _change = Prepare(connection, """
            update grain_state set version = @expected + 1, state = @state, wake_at = @wake, chain = @chain
            where grain_type = @type and grain = @grain and version = @expected and chain = @previous
            """, "type", "grain", "expected", "previous", "state", "wake", "chain");

        private readonly SqliteCommand _journal = Prepare(connection, """
            insert into journal
              (seq, grain_type, grain, version, ordinal, type, payload, actor, request_id, at, prev_hash, hash, state_hash)
            values (@seq, @graintype, @grain, @version, @ordinal, @type, @payload, @actor, @request, @at, @previous, @hash, @state)
            """, "seq", "graintype", "grain", "version", "ordinal", "type", "payload", "actor", "request", "at", "previous", "hash", "state");

        private readonly SqliteCommand _mail = Prepare(connection, """
            insert into outbox (id, dedupe_key, recipient, subject, body, created_at, next_at)
            values (@id, @key, @recipient, @subject, @body, @at, @at)
            """, "id", "key", "recipient", "subject", "body", "at");

        private readonly SqliteCommand _head = Prepare(connection, "select seq from feed_head");

        private readonly SqliteCommand _advance = Prepare(connection, "update feed_head set seq = @seq", "seq");

        public Committed Commit(IReadOnlyList<GrainWrite> batch)
        {
            using var transaction = connection.BeginTransaction(deferred: false);
            Array.ForEach([_create, _change, _journal, _mail, _head, _advance], command => command.Transaction = transaction);
            var head = (long)_head.ExecuteScalar()!;
            var won = new bool[batch.Count];
            for (var index = 0; index < batch.Count; index++)
            {
                won[index] = Store(batch[index]);
                head = won[index] ? Append(batch[index], head) : head;
            }

            Run(_advance, head);
            transaction.Commit();
            return new Committed(won, head);
        }

        public void Dispose()
        {
            Array.ForEach([_create, _change, _journal, _mail, _head, _advance], command => command.Dispose());
            connection.Dispose();
        }

        private bool Store(GrainWrite write) =>
            Run(
                write.Expected == 0 ? _create : _change,
                write.GrainType, write.Grain, write.Expected, write.PreviousChain, write.State, write.WakeAt, write.Chain) == 1;

        private long Append(GrainWrite write, long head)
        {
            foreach (var row in write.Rows)
            {
                Run(
                    _journal,
                    row.InFeed ? ++head : null, write.GrainType, write.Grain, write.Expected + 1, row.Ordinal, row.Type, row.Payload,
                    row.Actor, row.RequestId, row.At, row.PreviousHash, row.Hash, row.StateHash);
            }

            foreach (var mail in write.Mail)
            {
                Run(_mail, mail.Id, mail.DedupeKey, mail.Recipient, mail.Subject, mail.Body, mail.CreatedAt);
            }

            return head;
        }

        private static SqliteCommand Prepare(SqliteConnection connection, string sql, params ReadOnlySpan<string> names)
        {
            var command = connection.CreateCommand();
            command.CommandText = sql;
            foreach (var name in names)
            {
                command.Parameters.Add(new SqliteParameter { ParameterName = "@" + name });
            }

            return command;
        }

        private static int Run(SqliteCommand command, params ReadOnlySpan<object?> values)
        {
            for (var index = 0; index < values.Length; index++)
            {
                command.Parameters[index].Value = values[index] ?? DBNull.Value;
            }

            return command.ExecuteNonQuery();
        }
    }
}
