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
            // A case that waits for nothing comes after all that do.
            ["next_deadline_time"] = "COALESCE(NULLIF(next_deadline, ''), '9')",
        }.ToFrozenDictionary(), "submit_time");

    // An applicant's filter must not find out what it is not told (J-3).
    private static readonly ListShape ToldShape = Shape with { Fields = CaseFields.OfApplicants };

    public async Task<Read<Page<CaseRow>>> ListAsync(string round, CaseScope scope, ListQuery query, CancellationToken ct)
    {
        await projection.CatchUpAsync(ct);
        return scope.IsApplicant
            ? await reader.ReadAsync<Row, CaseRow>(ToldShape, Scope.Of(round, scope), query, row => Map(row, Disclosure.ToApplicant), ct)
            : await reader.ReadAsync<Row, CaseRow>(Shape, Scope.Of(round, scope), query, row => Map(row, it => it.State), ct);
    }

    private static CaseRow Map(Row row, Func<Case, CaseState> stateOf)
    {
        var it = JsonSerializer.Deserialize<Case>(row.StateJson, JournalJson.Options)!;
        return new(it.Name, it.Receipt?.CaseNumber ?? "", stateOf(it), it.Round, it.Unit, it.Application!, row.Version,
            it.Receipt?.ReceivedAt, row.ReturnReason.Length == 0 ? null : row.ReturnReason, it.UpdatedAt, it.CreatedAt);
    }

    private sealed class Row : ListRow
    {
        public required long Version { get; init; }

        public required string StateJson { get; init; }

        public required string ReturnReason { get; init; }
    }
}
