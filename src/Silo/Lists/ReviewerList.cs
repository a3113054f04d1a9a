using System.Collections.Frozen;
using SmeOrleans.GrpcFrontend.ReadModels;
using SmeOrleans.Silo.Lists.Filters;

namespace SmeOrleans.Silo.Lists;

/// <summary>Reviewers by id.</summary>
internal sealed class ReviewerList(ListReader reader, IProjectionControl projection) : IReviewerList
{
    private static readonly ListShape Shape = new("reviewers", "name", "version AS Version", FrozenDictionary<string, FilterField>.Empty,
        new Dictionary<string, string> { ["name"] = "name" }.ToFrozenDictionary(), "name");

    public async Task<Read<Page<string>>> ListAsync(ListQuery query, CancellationToken ct)
    {
        await projection.CatchUpAsync(ct);
        return await reader.ReadAsync<ListRow, string>(Shape, SqlCondition.Always, query, row => row.Key, ct);
    }
}
