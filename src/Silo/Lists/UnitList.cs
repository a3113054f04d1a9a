using System.Collections.Frozen;
using SmeOrleans.Domain.Units;
using SmeOrleans.GrpcFrontend.ReadModels;
using SmeOrleans.Silo.Lists.Filters;
using SmeOrleans.Silo.Projections;
using SmeOrleans.Silo.Storage;

namespace SmeOrleans.Silo.Lists;

/// <summary>Units by id.</summary>
internal sealed class UnitList(ListReader reader, IProjectionControl projection, TimeProvider time) : IUnitList
{
    // Suspension ends by itself (U-2), so the state depends on the time of asking.
    private const string State = "CASE WHEN suspended_until > @now THEN 'SUSPENDED' WHEN approved = 1 THEN 'APPROVED' ELSE 'PENDING' END";

    private static readonly ListShape Shape = new("units", "name", "version AS Version",
        new Dictionary<string, FilterField>
        {
            ["state"] = new WordField(State, "PENDING", "APPROVED", "SUSPENDED"),
            ["kind"] = new EnumField<UnitKind>("kind"),
            ["display_name"] = new TextField("display_name"),
        }.ToFrozenDictionary(),
        new Dictionary<string, string> { ["name"] = "name" }.ToFrozenDictionary(), "name");

    public async Task<Read<Page<string>>> ListAsync(string? onlyUnit, ListQuery query, CancellationToken ct)
    {
        await projection.CatchUpAsync(ct);
        return await reader.ReadAsync<ListRow, string>(Shape, Scope.OfUnit("name", onlyUnit), query, row => row.Key, ct,
            ("now", UtcText.Of(time.GetUtcNow())));
    }
}
