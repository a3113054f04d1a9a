namespace SmeOrleans.GrpcFrontend.ReadModels;

/// <summary>One page of a list (AIP-158).</summary>
/// <param name="NextToken">Opaque; null on the last page.</param>
/// <param name="Total">Items that match in all.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? NextToken, long Total);
