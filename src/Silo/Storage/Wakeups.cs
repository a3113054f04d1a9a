using Dapper;

namespace SmeOrleans.Silo.Storage;

/// <summary>A grain that wants to be woken, and since when.</summary>
public sealed record Wakeup(string GrainType, string Grain, DateTimeOffset At);

/// <summary>Finds the grains that want to be woken.</summary>
public sealed class Wakeups(IDatabase database)
{
    /// <summary>Grains whose time has come by <paramref name="now"/>, longest due first, at most <paramref name="max"/>.</summary>
    /// <param name="after">Only those that follow this one; null = from the first.</param>
    public async Task<IReadOnlyList<Wakeup>> DueAsync(DateTimeOffset now, int max, Wakeup? after = null, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var due = await connection.QueryAsync<(string Type, string Grain, string At)>(new CommandDefinition(
            """
            select grain_type, grain, wake_at from grain_state
            where wake_at <= @now and (wake_at, grain_type, grain) > (@at, @type, @grain)
            order by wake_at, grain_type, grain limit @max
            """,
            new { now = UtcText.Of(now), max, at = after is null ? "" : UtcText.Of(after.At), type = after?.GrainType ?? "", grain = after?.Grain ?? "" },
            cancellationToken: cancellation));
        return [.. due.Select(row => new Wakeup(row.Type, row.Grain, UtcText.Parse(row.At)))];
    }
}
