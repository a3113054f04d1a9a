using SmeOrleans.GrpcFrontend.ReadModels;
using SmeOrleans.Silo.Projections;
using SmeOrleans.Silo.Storage;

namespace SmeOrleans.Silo.Invariants;

/// <summary>
/// Recounts everything: the chain of hashes; every snapshot and every projected row against the fold of its journal;
/// and the places that companies, units and common projects keep against the cases that hold them.
/// </summary>
internal sealed class InvariantChecks(IDatabase database, ChainVerifier chains, IProjectionControl projection) : IInvariants
{
    private const int ViolationsMax = 1_000;

    public async Task<InvariantReport> CheckAsync(CancellationToken ct)
    {
        await projection.CatchUpAsync(ct);
        var chain = await chains.VerifyAsync(ct);
        var counts = new List<(string, long)> { ("journal entries", chain.Rows), ("journaled grains", chain.Grains) };
        var violations = new List<string>(chain.Violations);

        await using var connection = await database.OpenAsync(ct);
        await using var moment = await database.BeginReadingAsync(connection, ct);
        var places = new PlaceAudit();
        foreach (var table in Tables.All)
        {
            var fold = new FoldAudit(moment, new Dialect(database), table, ct);
            counts.Add((table.Name.Replace('_', ' '), await fold.RunAsync(places.See)));
            violations.AddRange(fold.Violations);
        }

        counts.Add(("places kept for cases", places.Count));
        violations.AddRange(places.Violations());
        return new(counts, [.. violations.Take(ViolationsMax)]);
    }
}
