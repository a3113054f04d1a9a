namespace SmeOrleans.GrpcFrontend.ReadModels;

/// <summary>The public list of approved companies of a round; empty until the joint meeting has published.</summary>
public interface IApprovedList
{
    Task<Read<Page<ApprovedRow>>> ListAsync(string round, ListQuery query, CancellationToken ct);
}

/// <summary>One approved case, as the public may know it.</summary>
public sealed record ApprovedRow(string CaseNumber, string CompanyName, string UnitName, string Group, string Title);
