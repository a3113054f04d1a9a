namespace SmeOrleans.Domain.Review;

/// <summary>Conflicts of interest, derived from what is on record (T-3).</summary>
public static class Conflicts
{
    /// <summary>The tie for which a reviewer must not take part in an item, or null.</summary>
    public static Tie? Between(Reviewer reviewer, ReviewItem item) =>
        reviewer.Ties.Find(tie => Concerns(tie.Target, item))
        ?? (item.AvoidReviewers.Contains(reviewer.Name) ? new(item.Name, ConflictSource.AvoidList, "", item.ReceivedAt) : null);

    /// <summary>Who of a panel is in conflict with an item.</summary>
    public static ImmutableSortedDictionary<string, Tie> Of(IEnumerable<Reviewer> reviewers, ReviewItem item) => reviewers
        .Select(reviewer => (reviewer.Name, Tie: Between(reviewer, item)))
        .Where(pair => pair.Tie is not null)
        .ToImmutableSortedDictionary(pair => pair.Name, pair => pair.Tie!, StringComparer.Ordinal);

    private static bool Concerns(string target, ReviewItem item) =>
        target == item.Unit || target == item.Name || item.Cases.Exists(one => one.Company == target || one.Case == target);
}
