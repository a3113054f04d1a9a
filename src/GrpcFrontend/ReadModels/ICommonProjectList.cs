namespace SmeOrleans.GrpcFrontend.ReadModels;

/// <summary>Lists the common projects of a round by id; the grains give the content.</summary>
public interface ICommonProjectList
{
    /// <returns>Resource names.</returns>
    Task<Read<Page<string>>> ListAsync(string round, string? onlyUnit, ListQuery query, CancellationToken ct);
}
