namespace SmeOrleans.GrpcFrontend.ReadModels;

/// <summary>
/// Which cases a caller may see, as lists, counts, streams and reports need it: <see cref="CaseRights"/> as a condition.
/// It holds for the moment of the query, so a late conflict takes away what came before it, too (T-3).
/// </summary>
/// <param name="Every">Cases of all units.</param>
/// <param name="Unit">Cases of this unit; null = none for that.</param>
/// <param name="Reviewer">Cases that this reviewer reviews, leads or stands in for; null = none for that.</param>
/// <param name="Presides">Also those whose panel the reviewer chairs.</param>
/// <param name="Recused">Never those from which this reviewer is recused, whatever else holds; null = nobody.</param>
public sealed record CaseScope(bool Every, string? Unit, string? Reviewer, bool Presides, string? Recused)
{
    /// <summary>Every case: for the service itself.</summary>
    public static readonly CaseScope All = new(true, null, null, false, null);

    /// <summary>Cases are shown to the one who applied: what is not published is not told (J-3).</summary>
    public bool IsApplicant => !Every && Unit is not null;

    /// <summary>Cases of one unit.</summary>
    public static CaseScope OfUnit(string unit) => new(false, unit, null, false, null);
}
