using System.Collections.Frozen;
using SmeOrleans.GrpcFrontend.ReadModels;
using SmeOrleans.Silo.Lists.Filters;

namespace SmeOrleans.Silo.Lists;

/// <summary>Common projects of a round by id.</summary>
internal sealed class CommonProjectList(ListReader reader, IProjectionControl projection) : ICommonProjectList
{
    private static readonly ListShape Shape = new("common_projects", "name", "version AS Version",
        new Dictionary<string, FilterField>
        {
            ["unit"] = new TextField("unit", "units/"),
            ["group"] = new TextField("group_code"),
            ["function"] = new TextField("function_code"),
            ["title"] = new TextField("title"),
        }.ToFrozenDictionary(),
        new Dictionary<string, string> { ["name"] = "name" }.ToFrozenDictionary(), "name");

    public async Task<Read<Page<string>>> ListAsync(string round, string? onlyUnit, ListQuery query, CancellationToken ct)
    {
        await projection.CatchUpAsync(ct);
        return await reader.ReadAsync<ListRow, string>(Shape, Scope.Of(round, onlyUnit), query, row => row.Key, ct);
    }
}
