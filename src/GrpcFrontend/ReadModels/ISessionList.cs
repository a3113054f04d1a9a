namespace SmeOrleans.GrpcFrontend.ReadModels;

/// <summary>Lists the sessions of a round by time; the grains give the content.</summary>
public interface ISessionList
{
    /// <param name="onlyMember">Sessions in which this reviewer sits; null = all.</param>
    /// <returns>Resource names.</returns>
    Task<Read<Page<string>>> ListAsync(string round, string? onlyMember, ListQuery query, CancellationToken ct);
}
