namespace SmeOrleans.GrpcFrontend.ReadModels;

/// <summary>Lists reviewers by id; the grains give the content.</summary>
public interface IReviewerList
{
    /// <returns>Resource names.</returns>
    Task<Read<Page<string>>> ListAsync(ListQuery query, CancellationToken ct);
}
