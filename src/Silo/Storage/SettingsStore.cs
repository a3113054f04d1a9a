using Dapper;

namespace SmeOrleans.Silo.Storage;

/// <summary>Small state of the service itself, such as the sandbox clock.</summary>
public sealed class SettingsStore(IDatabase database)
{
    /// <summary>The value; null when never set.</summary>
    public async Task<string?> GetAsync(string key, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.QuerySingleOrDefaultAsync<string?>(new CommandDefinition(
            "select value from settings where key = @key", new { key }, cancellationToken: cancellation));
    }

    public async Task SetAsync(string key, string value, CancellationToken cancellation = default)
    {
        using var turn = await database.TakeWriteTurnAsync(cancellation);
        await using var connection = await database.OpenAsync(cancellation);
        await connection.ExecuteAsync(new CommandDefinition(
            "insert into settings (key, value) values (@key, @value) on conflict (key) do update set value = excluded.value",
            new { key, value },
            cancellationToken: cancellation));
    }
}
