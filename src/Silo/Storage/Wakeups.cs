using Dapper;

namespace SmeOrleans.Silo.Storage;

/// <summary>Finds the grains that want to be woken.</summary>
public sealed class Wakeups(IDatabase database)
{
    /// <summary>Grains whose time has come by <paramref name="now"/>, longest due first, at most <paramref name="max"/>.</summary>
    public async Task<IReadOnlyList<(string GrainType, string Grain)>> DueAsync(DateTimeOffset now, int max, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var due = await connection.QueryAsync<(string, string)>(new CommandDefinition(
            "select grain_type, grain from grain_state where wake_at <= @now order by wake_at limit @max",
            new { now = UtcText.Of(now), max },
            cancellationToken: cancellation));
        return due.AsList();
    }
}
