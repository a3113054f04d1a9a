using Dapper;
using SmeOrleans.Silo.Projections;
using SmeOrleans.Silo.Storage;

namespace SmeOrleans.Silo.Outbox;

/// <summary>The outbox in the database. A claim is a lease: whoever claims and dies leaves the mail to the next.</summary>
internal sealed class OutboxTable(IDatabase database)
{
    private readonly Dialect _dialect = new(database);

    /// <summary>Due mail, oldest first, which is nobody else's until <paramref name="until"/>.</summary>
    public async Task<IReadOnlyList<OutboxMail>> ClaimAsync(DateTimeOffset now, DateTimeOffset until, int max, CancellationToken cancellation)
    {
        using var turn = await database.TakeWriteTurnAsync(cancellation);
        await using var connection = await database.OpenAsync(cancellation);
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(
            $"""
            UPDATE outbox SET next_at = @until, attempts = attempts + 1
            WHERE id IN (SELECT id FROM outbox WHERE sent_at IS NULL AND next_at <= @now ORDER BY next_at, id LIMIT @max {_dialect.SkipLocked})
            RETURNING id AS Id, dedupe_key AS DedupeKey, recipient AS Recipient, subject AS Subject, body AS Body, created_at AS CreatedAt, attempts AS Attempts
            """,
            new { now = UtcText.Of(now), until = UtcText.Of(until), max }, cancellationToken: cancellation));
        return [.. rows.OrderBy(row => row.CreatedAt, StringComparer.Ordinal).Select(row => new OutboxMail(
            row.Id, row.DedupeKey, row.Recipient, row.Subject, row.Body, UtcText.Parse(row.CreatedAt), (int)row.Attempts))];
    }

    public Task SentAsync(IReadOnlyList<string> ids, DateTimeOffset at) => ids.Count == 0
        ? Task.CompletedTask
        : ExecuteAsync($"UPDATE outbox SET sent_at = @at, last_error = NULL WHERE {_dialect.IsIn("id", "ids")}", new { ids = ids.ToArray(), at = UtcText.Of(at) });

    public Task FailedAsync(string id, string error, DateTimeOffset nextAt) =>
        ExecuteAsync("UPDATE outbox SET last_error = @error, next_at = @nextAt WHERE id = @id AND sent_at IS NULL", new { id, error, nextAt = UtcText.Of(nextAt) });

    public async Task<long> PendingAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.QuerySingleAsync<long>(new CommandDefinition(
            "SELECT COUNT(*) FROM outbox WHERE sent_at IS NULL", cancellationToken: cancellation));
    }

    // Not cancelled by shutdown: what was delivered shall be known as delivered.
    private async Task ExecuteAsync(string sql, object parameters)
    {
        using var turn = await database.TakeWriteTurnAsync();
        await using var connection = await database.OpenAsync();
        await connection.ExecuteAsync(sql, parameters);
    }

    private sealed class Row
    {
        public required string Id { get; init; }

        public required string DedupeKey { get; init; }

        public required string Recipient { get; init; }

        public required string Subject { get; init; }

        public required string Body { get; init; }

        public required string CreatedAt { get; init; }

        public required long Attempts { get; init; }
    }
}
