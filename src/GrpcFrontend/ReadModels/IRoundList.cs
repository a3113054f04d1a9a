namespace SmeOrleans.GrpcFrontend.ReadModels;

/// <summary>Lists rounds by id; the grains give the content.</summary>
public interface IRoundList
{
    /// <returns>Resource names.</returns>
    Task<Read<Page<string>>> ListAsync(ListQuery query, CancellationToken ct);
}
