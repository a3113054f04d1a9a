using SmeOrleans.Domain.Payments;

namespace SmeOrleans.GrpcFrontend.ReadModels;

/// <summary>Sums over the money ledgers of a round's cases; the answer includes every write acknowledged before the call.</summary>
public interface IBudgetSums
{
    /// <returns>By code of the budget line; a line without cases is not there.</returns>
    Task<ImmutableDictionary<string, LineMoney>> ByLineAsync(string round, CancellationToken ct);
}
