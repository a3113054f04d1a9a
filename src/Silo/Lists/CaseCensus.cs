using System.Collections.Immutable;
using Dapper;
using SmeOrleans.Domain.Cases;
using SmeOrleans.Grains.JointMeetings;
using SmeOrleans.GrpcFrontend.ReadModels;
using SmeOrleans.Silo.Projections;
using SmeOrleans.Silo.Storage;

namespace SmeOrleans.Silo.Lists;

/// <summary>The cases of a round by state, from the projection.</summary>
internal sealed class CaseCensus(IDatabase database, IProjectionControl projection) : ICaseCensus
{
    private readonly Dialect _dialect = new(database);

    public async Task<ImmutableList<string>> InStatesAsync(string round, params ImmutableArray<CaseState> states)
    {
        await projection.CatchUpAsync(CancellationToken.None);
        await using var connection = await database.OpenAsync(CancellationToken.None);
        var names = await connection.QueryAsync<string>(
            $"SELECT name FROM cases WHERE round = @round AND {_dialect.IsIn("state", "states")}",
            new { round, states = states.Select(SqlText.EnumName).ToArray() });
        return [.. names.Order(StringComparer.Ordinal)];
    }
}
