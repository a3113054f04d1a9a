using System.Collections.Immutable;
using Dapper;
using SmeOrleans.Domain.Payments;
using SmeOrleans.GrpcFrontend.ReadModels;
using SmeOrleans.Silo.Storage;

namespace SmeOrleans.Silo.Lists;

/// <summary>What the ledgers of a round's cases add up to.</summary>
internal sealed class BudgetSums(IDatabase database, IProjectionControl projection) : IBudgetSums
{
    public async Task<ImmutableDictionary<string, LineMoney>> ByLineAsync(string round, CancellationToken ct)
    {
        await projection.CatchUpAsync(ct);
        await using var connection = await database.OpenAsync(ct);
        // PostgreSQL adds whole numbers up to a numeric.
        var sums = await connection.QueryAsync<(string Line, long Committed, long Paid)>(new CommandDefinition(
            "SELECT budget_line, CAST(SUM(committed_ntd) AS BIGINT), CAST(SUM(paid_ntd) AS BIGINT) FROM cases "
            + "WHERE round = @round AND budget_line <> '' GROUP BY budget_line",
            new { round }, cancellationToken: ct));
        return sums.ToImmutableDictionary(sum => sum.Line, sum => new LineMoney(new(sum.Committed), new(sum.Paid)));
    }
}
