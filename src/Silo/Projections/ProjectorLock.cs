using System.Data.Common;
using Dapper;
using SmeOrleans.Silo.Storage;

namespace SmeOrleans.Silo.Projections;

/// <summary>The right to project, held by one process of the cluster. SQLite is one process's own and needs none.</summary>
internal sealed class ProjectorLock : IAsyncDisposable
{
    // Any number that nothing else in the database locks.
    private const long Key = 0x534D_4550_524F_4A31;

    private readonly DbConnection? _connection;

    private ProjectorLock(DbConnection? connection) => _connection = connection;

    /// <summary>Waits for the right; a process that dies loses it with its connection.</summary>
    public static async ValueTask<ProjectorLock> TakeAsync(IDatabase database, DbConnection connection, CancellationToken cancellation)
    {
        if (database.Kind != "postgresql")
        {
            return new(null);
        }

        await connection.ExecuteAsync(new CommandDefinition("SELECT pg_advisory_lock(@Key)", new { Key }, cancellationToken: cancellation));
        return new(connection);
    }

    public async ValueTask DisposeAsync()
    {
        if (_connection is { State: System.Data.ConnectionState.Open })
        {
            await _connection.ExecuteAsync("SELECT pg_advisory_unlock(@Key)", new { Key });
        }
    }
}
