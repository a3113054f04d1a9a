namespace SmeOrleans.GrpcFrontend.ReadModels;

/// <summary>Lists units by id; the grains give the content.</summary>
public interface IUnitList
{
    /// <returns>Resource names.</returns>
    Task<Read<Page<string>>> ListAsync(string? onlyUnit, ListQuery query, CancellationToken ct);
}
