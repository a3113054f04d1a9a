namespace SmeOrleans.Domain.Review;

/// <summary>What a case knows of its review: who may read it for that, and what came of it. The session decides; this is its copy.</summary>
/// <param name="Reviewers">Assigned ones; resource names, as are Chair, Lead and Delegate.</param>
/// <param name="Recused">Must not read, score, be counted, visit, accept or stand in (T-3).</param>
[GenerateSerializer, Immutable, Alias("sme.CaseReview")]
public sealed record CaseReview(
    string Session,
    string Chair,
    string Lead,
    string Delegate,
    ImmutableSortedSet<string> Reviewers,
    ImmutableSortedSet<string> Recused,
    MeanScore Mean,
    Grade Grade,
    Opinion? Opinion);
