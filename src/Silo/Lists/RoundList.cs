using System.Collections.Frozen;
using SmeOrleans.GrpcFrontend.ReadModels;
using SmeOrleans.Silo.Lists.Filters;

namespace SmeOrleans.Silo.Lists;

/// <summary>Rounds, newest window first.</summary>
internal sealed class RoundList(ListReader reader, IProjectionControl projection) : IRoundList
{
    private static readonly ListShape Shape = new("rounds", "name", "version AS Version", FrozenDictionary<string, FilterField>.Empty,
        new Dictionary<string, string> { ["open_time"] = "open_time" }.ToFrozenDictionary(), "open_time desc");

    public async Task<Read<Page<string>>> ListAsync(ListQuery query, CancellationToken ct)
    {
        await projection.CatchUpAsync(ct);
        return await reader.ReadAsync<ListRow, string>(Shape, SqlCondition.Always, query, row => row.Key, ct);
    }
}
