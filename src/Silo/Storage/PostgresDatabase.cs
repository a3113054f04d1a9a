using System.Data;
using System.Data.Common;
using Npgsql;

namespace SmeOrleans.Silo.Storage;

/// <summary>A database on a PostgreSQL server, shared by all silos.</summary>
public sealed class PostgresDatabase : IDatabase, IDisposable, IAsyncDisposable
{
    /// <summary>Any number that nobody else locks: held while the tables are laid out.</summary>
    private const long SchemaLock = 0x534D455F534348;

    private readonly NpgsqlDataSource _source;

    private PostgresDatabase(NpgsqlDataSource source) => _source = source;

    public string Kind => "postgresql";

    public static PostgresDatabase Open(string store)
    {
        var database = new PostgresDatabase(NpgsqlDataSource.Create(Tuned(store).ToString()));
        try
        {
            using var connection = database._source.OpenConnection();
            using var transaction = connection.BeginTransaction();
            using var guard = new NpgsqlCommand($"select pg_advisory_xact_lock({SchemaLock})", connection, transaction);
            guard.ExecuteNonQuery();
            Schema.Ensure(transaction, database.Kind);
            transaction.Commit();
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    public async ValueTask<DbConnection> OpenAsync(CancellationToken cancellation = default) => await _source.OpenConnectionAsync(cancellation);

    public ValueTask<IDisposable> TakeWriteTurnAsync(CancellationToken cancellation = default) => new(WriteTurns.Free);

    public async ValueTask<DbTransaction> BeginReadingAsync(DbConnection connection, CancellationToken cancellation = default) =>
        await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);

    public IGrainWriter CreateWriter() => new PostgresGrainWriter(_source);

    public void Dispose() => _source.Dispose();

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    /// <summary>Prepared statements and no reset on return double what a CPU-bound server carries.</summary>
    private static NpgsqlConnectionStringBuilder Tuned(string store)
    {
        var settings = new NpgsqlConnectionStringBuilder(store) { NoResetOnClose = true };
        if (settings.MaxAutoPrepare == 0)
        {
            settings.MaxAutoPrepare = 64;
        }

        return settings;
    }
}
