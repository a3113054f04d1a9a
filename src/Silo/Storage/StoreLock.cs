using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;

namespace SmeOrleans.Silo.Storage;

/// <summary>
/// One process per store: two that do not know of each other could not lose or double a write, but each would answer
/// reads from activations that the other has outdated. The lock ends with the process, however it ends.
/// </summary>
internal sealed class StoreLock : IAsyncDisposable
{
    // Any number that no other program takes in the same database.
    private const long AdvisoryKey = 0x534D45_4F524C;

    private readonly IAsyncDisposable _held;

    private StoreLock(IAsyncDisposable held) => _held = held;

    /// <summary>The lock, or null when another process has it.</summary>
    public static async Task<StoreLock?> TryTakeAsync(IDatabase database, CancellationToken cancellation)
    {
        var connection = await database.OpenAsync(cancellation);
        IAsyncDisposable? taken = connection is SqliteConnection sqlite ? LockFile(sqlite) : await LockServerAsync(connection);
        if (!ReferenceEquals(taken, connection))
        {
            await connection.DisposeAsync();
        }

        return taken is null ? null : new(taken);
    }

    public ValueTask DisposeAsync() => _held.DisposeAsync();

    private static FileStream? LockFile(SqliteConnection connection)
    {
        try
        {
            return new FileStream($"{connection.DataSource}.lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static async Task<DbConnection?> LockServerAsync(DbConnection connection) =>
        await connection.ExecuteScalarAsync<bool>("select pg_try_advisory_lock(@AdvisoryKey)", new { AdvisoryKey }) ? connection : null;
}
