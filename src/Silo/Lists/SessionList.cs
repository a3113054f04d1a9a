using System.Collections.Frozen;
using SmeOrleans.GrpcFrontend.ReadModels;
using SmeOrleans.Silo.Lists.Filters;

namespace SmeOrleans.Silo.Lists;

/// <summary>Sessions of a round by time.</summary>
internal sealed class SessionList(ListReader reader, IProjectionControl projection) : ISessionList
{
    private static readonly ListShape Shape = new("sessions", "name", "version AS Version", FrozenDictionary<string, FilterField>.Empty,
        new Dictionary<string, string> { ["start_time"] = "start_time" }.ToFrozenDictionary(), "start_time");

    public async Task<Read<Page<string>>> ListAsync(string round, string? onlyMember, ListQuery query, CancellationToken ct)
    {
        await projection.CatchUpAsync(ct);
        var scope = SqlCondition.Of("round = @round", ("round", round)).And(Scope.OfMember(onlyMember));
        return await reader.ReadAsync<ListRow, string>(Shape, scope, query, row => row.Key, ct);
    }
}
