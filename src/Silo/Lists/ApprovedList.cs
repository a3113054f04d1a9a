using System.Collections.Frozen;
using System.Text.Json;
using SmeOrleans.Domain.Cases;
using SmeOrleans.Grains.Journaling;
using SmeOrleans.GrpcFrontend.ReadModels;
using SmeOrleans.Silo.Lists.Filters;

namespace SmeOrleans.Silo.Lists;

/// <summary>Approved cases of a round by group and case number. Who gave the place up, or left later, is no longer on it.</summary>
internal sealed class ApprovedList(ListReader reader, IProjectionControl projection) : IApprovedList
{
    // What the joint meeting approved and nobody has left. A case is approved only by the publication.
    private static readonly string States = string.Join(", ", new[]
        {
            CaseState.Approved, CaseState.PlanRevision, CaseState.Contracted, CaseState.Executing, CaseState.MidtermChecked, CaseState.FinalReported,
            CaseState.FinalReview, CaseState.Accepted, CaseState.Closed, CaseState.CorrectionOrdered, CaseState.ClosedAsIs,
        }.Select(state => $"'{Projections.SqlText.EnumName(state)}'"));

    private static readonly ListShape Shape = new("cases", "name", "state_json AS StateJson", FrozenDictionary<string, FilterField>.Empty,
        new Dictionary<string, string> { ["group"] = "group_code || ' ' || case_number" }.ToFrozenDictionary(), "group");

    public async Task<Read<Page<ApprovedRow>>> ListAsync(string round, ListQuery query, CancellationToken ct)
    {
        await projection.CatchUpAsync(ct);
        var scope = Scope.Of(round, onlyUnit: null).And(SqlCondition.Of($"state IN ({States})"));
        return await reader.ReadAsync<Row, ApprovedRow>(Shape, scope, query, Map, ct);
    }

    private static ApprovedRow Map(Row row)
    {
        var it = JsonSerializer.Deserialize<Case>(row.StateJson, JournalJson.Options)!;
        return new(it.Receipt!.CaseNumber, it.Portrait!.CompanyName, it.Portrait.UnitName, it.Application!.Group, it.Application.Title);
    }

    private sealed class Row : ListRow
    {
        public required string StateJson { get; init; }
    }
}
