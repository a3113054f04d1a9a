using System.Data.Common;
using Dapper;

namespace SmeOrleans.Silo.Storage;

/// <summary>Calls that were turned away.</summary>
public sealed class AttemptLog(IDatabase database)
{
    public async Task AppendAsync(Attempt attempt, CancellationToken cancellation = default)
    {
        using var turn = await database.TakeWriteTurnAsync(cancellation);
        await using var connection = await database.OpenAsync(cancellation);
        await connection.ExecuteAsync(new CommandDefinition(
            """
            insert into attempts (id, at, method, resource, subject, request_id, status, reason)
            values (@Id, @At, @Method, @Resource, @Subject, @RequestId, @Status, @Reason)
            """,
            new
            {
                attempt.Id, At = UtcText.Of(attempt.At), attempt.Method, attempt.Resource, attempt.Subject, attempt.RequestId,
                attempt.Status, attempt.Reason,
            },
            cancellationToken: cancellation));
    }

    /// <summary>Newest first, at most <paramref name="max"/>; the next page is what is older than the last of this one.</summary>
    /// <param name="olderThan">Last attempt of the page before; null for the first page.</param>
    public async Task<IReadOnlyList<Attempt>> ListAsync(int max, Attempt? olderThan = null, CancellationToken cancellation = default)
    {
        var after = olderThan is null ? "" : "where (at, id) < (@At, @Id)";
        await using var connection = await database.OpenAsync(cancellation);
        await using var reader = await connection.ExecuteReaderAsync(new CommandDefinition(
            $"select id, at, method, resource, subject, request_id, status, reason from attempts {after} order by at desc, id desc limit @max",
            new { max, At = olderThan is null ? null : UtcText.Of(olderThan.At), olderThan?.Id },
            cancellationToken: cancellation));
        var attempts = new List<Attempt>();
        while (await reader.ReadAsync(cancellation))
        {
            attempts.Add(Read(reader));
        }

        return attempts;
    }

    private static Attempt Read(DbDataReader row) => new(
        row.GetString(0), UtcText.Parse(row.GetString(1)), row.GetString(2), row.GetString(3), row.GetString(4),
        row.IsDBNull(5) ? null : row.GetString(5), row.GetString(6), row.IsDBNull(7) ? null : row.GetString(7));
}
