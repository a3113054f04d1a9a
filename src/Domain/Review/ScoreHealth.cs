namespace SmeOrleans.Domain.Review;

/// <summary>A sheet whose recommended grade is not the one that its points give.</summary>
public sealed record ScoreContradiction(string Item, string Reviewer, Grade Recommended, Grade ByPoints);

/// <summary>How a reviewer scores beside the others on the same items; points.</summary>
public sealed record ReviewerLeniency(string Reviewer, decimal MeanDifference, int Sheets);

/// <summary>How far the sheets of an item are apart; points.</summary>
public sealed record ItemSpread(string Item, decimal Range, decimal Deviation);

/// <summary>The health of a group's scores, shown beside the mean that decides.</summary>
/// <param name="MovedByCredit">Items whose place among the others is another without the extra credit (T-7).</param>
/// <param name="CutLineDistance">Points between the last item that the money carries and the first that it does not; null = no cut.</param>
public sealed record ScoreHealth(
    ImmutableList<ScoreContradiction> Contradictions,
    ImmutableList<ReviewerLeniency> Leniency,
    ImmutableList<ItemSpread> Spreads,
    ImmutableList<string> MovedByCredit,
    decimal? CutLineDistance)
{
    /// <param name="money">What the group's line carries of general cases.</param>
    public static ScoreHealth Of(IEnumerable<AgendaItem> agenda, ReviewRules rules, Ntd money)
    {
        var items = agenda.Where(item => !item.Sheets.IsEmpty).OrderBy(item => item.Item.Name, StringComparer.Ordinal).ToImmutableList();
        return new(
            [.. items.SelectMany(item => Contradicting(item, rules))],
            [.. items.SelectMany(item => Differences(item, rules)).GroupBy(one => one.Reviewer)
                .Select(same => new ReviewerLeniency(same.Key, same.Average(one => one.Difference), same.Count()))
                .OrderByDescending(one => Math.Abs(one.MeanDifference)).ThenBy(one => one.Reviewer, StringComparer.Ordinal)],
            [.. items.Select(item => Spread(item, rules)).OrderByDescending(one => one.Range).ThenBy(one => one.Item, StringComparer.Ordinal)],
            Moved(items, rules),
            Distance(items, rules, money));
    }

    private static IEnumerable<ScoreContradiction> Contradicting(AgendaItem item, ReviewRules rules) =>
        from sheet in item.Sheets
        let byPoints = rules.GradeOf(new(Scoring.Weighted(sheet.Value, rules), 1, 0))
        where sheet.Value.Recommended != Grade.Unspecified && sheet.Value.Recommended != byPoints
        select new ScoreContradiction(item.Item.Name, sheet.Key, sheet.Value.Recommended, byPoints);

    private static IEnumerable<(string Reviewer, decimal Difference)> Differences(AgendaItem item, ReviewRules rules) =>
        from sheet in item.Sheets
        let others = item.Sheets.Remove(sheet.Key)
        where !others.IsEmpty
        select (sheet.Key, Points(sheet.Value, rules) - others.Values.Average(other => Points(other, rules)));

    private static ItemSpread Spread(AgendaItem item, ReviewRules rules)
    {
        var points = item.Sheets.Values.Select(sheet => Points(sheet, rules)).ToList();
        var mean = points.Average();
        var variance = points.Average(one => (one - mean) * (one - mean));
        return new(item.Item.Name, points.Max() - points.Min(), (decimal)Math.Sqrt((double)variance));
    }

    private static ImmutableList<string> Moved(ImmutableList<AgendaItem> items, ReviewRules rules)
    {
        var with = Order(items, item => Scoring.MeanOf(item, rules));
        var without = Order(items, item => Scoring.MeanOf(item, rules) with { CreditHundredths = 0 });
        return [.. with.Where((name, place) => without[place] != name).Order(StringComparer.Ordinal)];
    }

    private static List<string> Order(IEnumerable<AgendaItem> items, Func<AgendaItem, MeanScore> mean) =>
        [.. items.OrderByDescending(mean).ThenBy(item => item.Item.Name, StringComparer.Ordinal).Select(item => item.Item.Name)];

    private static decimal? Distance(ImmutableList<AgendaItem> items, ReviewRules rules, Ntd money)
    {
        var ranked = items.Where(item => item.Item.Mode == CaseMode.General && item.Opinion is not null && rules.GradeOf(Scoring.MeanOf(item, rules)) != Grade.Not)
            .OrderByDescending(item => Scoring.MeanOf(item, rules)).ToList();
        var left = money;
        for (var place = 0; place < ranked.Count; place++)
        {
            left -= new Ntd(ranked[place].Opinion!.Amounts.Sum(amount => amount.Budget.Government.Amount));
            if (left < Ntd.Zero)
            {
                return place == 0 ? null : Mean(ranked[place - 1], rules) - Mean(ranked[place], rules);
            }
        }

        return null;
    }

    private static decimal Mean(AgendaItem item, ReviewRules rules) =>
        item.Sheets.Values.Average(sheet => Points(sheet, rules)) + Scoring.CreditOf(item.Item, rules) / 100m;

    private static decimal Points(ScoreSheet sheet, ReviewRules rules) => Scoring.Weighted(sheet, rules) / 100m;
}
