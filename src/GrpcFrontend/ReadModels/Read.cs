using SmeOrleans.Domain.Refusals;

namespace SmeOrleans.GrpcFrontend.ReadModels;

/// <summary>What a query found, or why it is refused (bad filter, bad token): exactly one of the two.</summary>
/// <param name="Refusal">Names the offending fields.</param>
public sealed record Read<T>(T? Value, Rejection? Refusal);
