namespace SmeOrleans.Domain.JointMeetings;

/// <summary>
/// The order of entries (J-1): mean, then a woman first where the round says so (T-7), then receipt time. The name comes
/// last, so that no two entries are equal and the order of input can never matter.
/// </summary>
public sealed class Ranking(ReviewRules rules) : IComparer<Entry>
{
    public int Compare(Entry? x, Entry? y) =>
        (x, y) switch
        {
            (null, null) => 0,
            (null, _) => -1,
            (_, null) => 1,
            _ => ByMerit(x, y),
        };

    /// <summary>The recommended entries of a line, first comes first.</summary>
    public ImmutableList<Entry> OfLine(IEnumerable<Entry> entries, string line) =>
        [.. entries.Where(entry => entry.Line == line && entry.IsRecommended).Order(this)];

    /// <summary>Rank within group and mode, by item, from 1.</summary>
    public ImmutableSortedDictionary<string, int> Ranks(IEnumerable<Entry> entries) => Places(entries.Where(entry => entry.IsRecommended));

    /// <summary>Place within group and mode, by item, from 1.</summary>
    public ImmutableSortedDictionary<string, int> Places(IEnumerable<Entry> entries) => entries
        .GroupBy(entry => (entry.Group, entry.Mode))
        .SelectMany(same => same.Order(this).Select((entry, place) => KeyValuePair.Create(entry.Item, place + 1)))
        .ToImmutableSortedDictionary(StringComparer.Ordinal);

    private int ByMerit(Entry x, Entry y) =>
        y.Mean.CompareTo(x.Mean) is not 0 and var byMean ? byMean
        : rules.FemaleFirstOnTies && x.FemaleFirst != y.FemaleFirst ? y.FemaleFirst.CompareTo(x.FemaleFirst)
        : x.ReceivedAt.CompareTo(y.ReceivedAt) is not 0 and var byReceipt ? byReceipt
        : string.CompareOrdinal(x.Item, y.Item);
}
