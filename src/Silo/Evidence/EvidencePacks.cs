using System.Data.Common;
using System.IO.Compression;
using Dapper;
using SmeOrleans.Domain.Access;
using SmeOrleans.GrpcFrontend.ReadModels;
using SmeOrleans.GrpcFrontend.Receipts;
using SmeOrleans.Silo.Storage;

namespace SmeOrleans.Silo.Evidence;

/// <summary>
/// Writes evidence packs: journals as stored, and a manifest that is signed, so that even whoever recomputes every hash of
/// a chain afterwards is found by an earlier pack, a receipt or the minutes.
/// </summary>
internal sealed class EvidencePacks(
    IDatabase database, IProjectionControl projection, IPackSigner signer, IReceiptKeys keys, TimeProvider clock) : IEvidence
{
    public async Task WriteAsync(string name, Caller by, Stream to, CancellationToken ct)
    {
        await projection.CatchUpAsync(ct);
        await using var connection = await database.OpenAsync(ct);
        await using var moment = await database.BeginReadingAsync(connection, ct);
        var head = await connection.QuerySingleAsync<long>(new CommandDefinition("select seq from feed_head", transaction: moment, cancellationToken: ct));
        using var archive = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true);
        var pack = new PackWriter(archive, name, by.ToString(), head, clock.GetUtcNow());
        await foreach (var chain in new EvidenceScope(moment, ct).ChainsAsync(name))
        {
            await pack.AddChainAsync(chain, RowsAsync(moment, chain, ct), ct);
        }

        await pack.FinishAsync(keys, signer);
    }

    private static async IAsyncEnumerable<PackedRow> RowsAsync(
        DbTransaction moment, EvidenceChain chain, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        await using var command = moment.Connection!.CreateCommand();
        command.Transaction = moment;
        command.CommandText = $"""
            select version, seq, ordinal, type, payload, actor, request_id, at, prev_hash, hash, state_hash from journal
            where grain = @grain and grain_type = @type {(chain.Complete ? "" : "and (payload like @about escape '!' or payload like @noted escape '!')")} order by version, ordinal
            """;
        Bind("grain", chain.Grain);
        Bind("type", chain.GrainType);
        if (!chain.Complete)
        {
            // As a value of its own, or before the grounds of an anomaly that a unit keeps.
            var name = chain.About.Replace("!", "!!").Replace("%", "!%").Replace("_", "!_");
            Bind("about", $"%{name}\"%");
            Bind("noted", $"%{name}: %");
        }

        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            yield return new(
                reader.GetInt64(0), reader.IsDBNull(1) ? null : reader.GetInt64(1), reader.GetInt32(2), reader.GetString(3), reader.GetString(4),
                reader.GetString(5), reader.IsDBNull(6) ? null : reader.GetString(6), reader.GetString(7), reader.GetString(8), reader.GetString(9),
                reader.IsDBNull(10) ? null : reader.GetString(10));
        }

        void Bind(string name, string value)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value;
            command.Parameters.Add(parameter);
        }
    }
}

/// <summary>A journal that belongs into a pack.</summary>
/// <param name="About">Empty = the whole of it; else only the entries that name this resource.</param>
internal sealed record EvidenceChain(string GrainType, string Grain, string About = "")
{
    public bool Complete => About.Length == 0;
}
