using System.Data.Common;
using Dapper;
using SmeOrleans.Silo.Storage;

namespace SmeOrleans.Silo.Projections;

/// <summary>
/// The right to project, held by one process of the cluster. SQLite is one process's own and needs none. The lock is a
/// transaction's on a connection of its own, so it cannot outlive its holder whatever goes wrong in between.
/// </summary>
internal sealed class ProjectorLock : IAsyncDisposable
{
    // Any number that nothing else in the database locks.
    private const long Key = 0x534D_4550_524F_4A31;

    private readonly DbTransaction? _holder;

    private ProjectorLock(DbTransaction? holder) => _holder = holder;

    /// <summary>Waits for the right.</summary>
    public static async ValueTask<ProjectorLock> TakeAsync(IDatabase database, CancellationToken cancellation)
    {
        if (database.Kind != "postgresql")
        {
            return new(null);
        }

        var connection = await database.OpenAsync(cancellation);
        try
        {
            var holder = await connection.BeginTransactionAsync(cancellation);
            await connection.ExecuteAsync(new CommandDefinition(
                "SELECT pg_advisory_xact_lock(@Key)", new { Key }, holder, commandTimeout: 0, cancellationToken: cancellation));
            return new(holder);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_holder is not null)
        {
            await using var connection = _holder.Connection;
            await _holder.DisposeAsync();
        }
    }
}
