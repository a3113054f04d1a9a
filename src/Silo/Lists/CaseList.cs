using System.Collections.Frozen;
using System.Text.Json;
using SmeOrleans.Domain.Cases;
using SmeOrleans.Grains.Journaling;
using SmeOrleans.GrpcFrontend.ReadModels;
using SmeOrleans.Silo.Lists.Filters;

namespace SmeOrleans.Silo.Lists;

/// <summary>Cases of a round.</summary>
internal sealed class CaseList(ListReader reader, IProjectionControl projection) : ICaseList
{
    private static readonly ListShape Shape = new("cases", "name", "version AS Version, state_json AS StateJson, return_reason AS ReturnReason", CaseFields.All,
        new Dictionary<string, string>
        {
            ["case_number"] = "case_number",
            ["submit_time"] = "submit_time",
            ["title"] = "title",
            ["government_ntd"] = "government_ntd",
        }.ToFrozenDictionary(), "submit_time");

    public async Task<Read<Page<CaseRow>>> ListAsync(string round, CaseScope scope, ListQuery query, CancellationToken ct)
    {
        await projection.CatchUpAsync(ct);
        return await reader.ReadAsync<Row, CaseRow>(Shape, Scope.Of(round, scope), query, Map, ct);
    }

    private static CaseRow Map(Row row)
    {
        var it = JsonSerializer.Deserialize<Case>(row.StateJson, JournalJson.Options)!;
        return new(it.Name, it.Receipt?.CaseNumber ?? "", it.State, it.Round, it.Unit, it.Application!, row.Version,
            it.Receipt?.ReceivedAt, row.ReturnReason.Length == 0 ? null : row.ReturnReason, it.UpdatedAt, it.CreatedAt);
    }

    private sealed class Row : ListRow
    {
        public required long Version { get; init; }

        public required string StateJson { get; init; }

        public required string ReturnReason { get; init; }
    }
}
