using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace SmeOrleans.Silo.Storage;

/// <summary>A file of SQLite with a write-ahead log; durable at every commit.</summary>
public sealed class SqliteDatabase : IDatabase, IDisposable
{
    private const int BusyTimeoutSeconds = 30;

    private readonly string _connectionString;
    private readonly WriteTurns _turns = new();

    private SqliteDatabase(string connectionString) => _connectionString = connectionString;

    public string Kind => "sqlite";

    public static SqliteDatabase Open(string store)
    {
        var settings = new SqliteConnectionStringBuilder(store) { ForeignKeys = true, DefaultTimeout = BusyTimeoutSeconds };
        if (settings.DataSource is "" or ":memory:" || settings.Mode == SqliteOpenMode.Memory)
        {
            throw new ArgumentException("An SQLite store lives in a file: write 'Data Source=FILE'.", nameof(store));
        }

        var database = new SqliteDatabase(settings.ToString());
        using var connection = database.Connect();
        Run(connection, "pragma journal_mode = wal");
        using var transaction = connection.BeginTransaction(deferred: false);
        Schema.Ensure(transaction, database.Kind);
        transaction.Commit();
        return database;
    }

    public ValueTask<DbConnection> OpenAsync(CancellationToken cancellation = default) => new(Connect());

    public ValueTask<DbTransaction> BeginReadingAsync(DbConnection connection, CancellationToken cancellation = default) =>
        new(((SqliteConnection)connection).BeginTransaction(deferred: true));

    public ValueTask<IDisposable> TakeWriteTurnAsync(CancellationToken cancellation = default) => _turns.TakeAsync(cancellation);

    public IGrainWriter CreateWriter() => new SqliteGrainWriter(this);

    /// <summary>Closes the pooled connections, so that the file can be moved or deleted.</summary>
    public void Dispose()
    {
        using var connection = new SqliteConnection(_connectionString);
        SqliteConnection.ClearPool(connection);
        _turns.Dispose();
    }

    internal SqliteConnection Connect()
    {
        var connection = new SqliteConnection(_connectionString);
        try
        {
            connection.Open();
            Run(connection, $"pragma busy_timeout = {BusyTimeoutSeconds * 1000}; pragma synchronous = full");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
