using System.Data.Common;
using Dapper;

namespace SmeOrleans.Silo.Storage;

/// <summary>
/// Walks the whole journal and tells what was altered: hashes, versions, snapshots and the feed's numbering (S19). It
/// sees one moment of the database, so it may run beside the service.
/// </summary>
public sealed class ChainVerifier(IDatabase database)
{
    private const string Journal = """
        select j.grain_type, j.grain, j.version, j.seq, j.ordinal, j.type, j.payload, j.actor, j.request_id, j.at, j.prev_hash, j.hash,
          j.state_hash, s.version, s.chain
        from journal j left join grain_state s on s.grain_type = j.grain_type and s.grain = j.grain
        order by j.grain, j.grain_type, j.version, j.ordinal
        """;

    private const string Snapshots = """
        select s.grain, s.state, s.chain, j.hash, j.state_hash
        from grain_state s left join journal j
          on j.grain = s.grain and j.grain_type = s.grain_type and j.version = s.version and j.state_hash is not null
        where s.chain <> '' or j.hash is not null
        """;

    public async Task<ChainReport> VerifyAsync(CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var moment = await database.BeginReadingAsync(connection, cancellation);
        var walk = new ChainWalk();
        await ReadAsync(moment, Journal, walk.Row, cancellation);
        walk.End();
        await ReadAsync(moment, Snapshots, walk.Snapshot, cancellation);
        var head = await connection.ExecuteScalarAsync<long>("select seq from feed_head", transaction: moment);
        await ReadAsync(moment, "select count(seq), coalesce(min(seq), 1), coalesce(max(seq), 0) from journal", row => walk.Feed(row, head), cancellation);
        return new ChainReport(walk.Grains, walk.Rows, head, walk.Violations);
    }

    private static async Task ReadAsync(DbTransaction moment, string sql, Action<DbDataReader> see, CancellationToken cancellation)
    {
        await using var command = moment.Connection!.CreateCommand();
        command.Transaction = moment;
        command.CommandText = sql;
        command.CommandTimeout = 0;
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            see(reader);
        }
    }
}
