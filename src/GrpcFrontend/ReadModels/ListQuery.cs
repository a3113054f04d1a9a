namespace SmeOrleans.GrpcFrontend.ReadModels;

/// <summary>A list request.</summary>
/// <param name="PageSize">Items at most; the caller has applied the method's default and limit.</param>
/// <param name="PageToken">
/// From an earlier page, or null. It is bound to parent, filter and order: with others it is refused as field <c>page_token</c>.
/// </param>
/// <param name="Filter">AIP-160 text; empty = everything.</param>
/// <param name="OrderBy">AIP-132 text; empty = the list's default.</param>
public sealed record ListQuery(int PageSize, string? PageToken, string Filter, string OrderBy);
