using SmeOrleans.Domain.Cases;

namespace SmeOrleans.GrpcFrontend.ReadModels;

/// <summary>Lists the cases of a round; the answer includes every write acknowledged before the call.</summary>
public interface ICaseList
{
    /// <param name="round">Resource name.</param>
    /// <param name="scope">What the caller may see; the total counts no more than that.</param>
    Task<Read<Page<CaseRow>>> ListAsync(string round, CaseScope scope, ListQuery query, CancellationToken ct);
}

/// <summary>A case as lists show it.</summary>
/// <param name="Name">Resource name, as are Round and Unit.</param>
/// <param name="CaseNumber">Empty until submitted.</param>
/// <param name="ReturnReason">Wire name of the first blocking finding of a returned case, e.g. COMPANY_NOT_SME.</param>
public sealed record CaseRow(
    string Name,
    string CaseNumber,
    CaseState State,
    string Round,
    string Unit,
    Application Application,
    long Version,
    DateTimeOffset? SubmittedAt,
    string? ReturnReason,
    DateTimeOffset UpdatedAt,
    DateTimeOffset CreatedAt);
