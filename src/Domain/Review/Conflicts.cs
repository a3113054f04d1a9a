namespace SmeOrleans.Domain.Review;

/// <summary>Conflicts of interest, derived from what is on record (T-3).</summary>
public static class Conflicts
{
    /// <summary>The tie for which a reviewer must not take part in an item, or null.</summary>
    public static Tie? Between(Reviewer reviewer, ReviewItem item) =>
        With(reviewer, [item.Name, item.Unit, .. item.Cases.Select(one => one.Case), .. item.Cases.Select(one => one.Company)])
        ?? (item.AvoidReviewers.Contains(reviewer.Name) ? new(item.Name, ConflictSource.AvoidList, "", item.ReceivedAt) : null);

    /// <summary>The same for an entry of the joint meeting: a chair of another group may have a tie with it too.</summary>
    public static Tie? Between(Reviewer reviewer, Entry entry) =>
        With(reviewer, [entry.Item, entry.Unit, .. entry.Cases.Select(one => one.Case), .. entry.Cases.Select(one => one.Company)]);

    /// <summary>Who of a panel is in conflict with an item.</summary>
    public static ImmutableSortedDictionary<string, Tie> Of(IEnumerable<Reviewer> reviewers, ReviewItem item) => reviewers
        .Select(reviewer => (reviewer.Name, Tie: Between(reviewer, item)))
        .Where(pair => pair.Tie is not null)
        .ToImmutableSortedDictionary(pair => pair.Name, pair => pair.Tie!, StringComparer.Ordinal);

    private static Tie? With(Reviewer reviewer, HashSet<string> names) =>
        reviewer.Ties.Find(tie => names.Contains(tie.Target) || tie.Parties?.Exists(names.Contains) == true);
}
