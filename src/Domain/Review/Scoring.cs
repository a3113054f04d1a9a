namespace SmeOrleans.Domain.Review;

/// <summary>From score sheets to a mean (T-2, T-5, T-7).</summary>
public static class Scoring
{
    /// <summary>Weighted points of one sheet, hundredths of a point.</summary>
    public static long Weighted(ScoreSheet sheet, ReviewRules rules) =>
        rules.Criteria.Sum(criterion => (long)criterion.WeightPercent * sheet.Points.GetValueOrDefault(criterion.Code));

    /// <summary>The mean over the sheets that count; who is recused has none.</summary>
    public static MeanScore MeanOf(AgendaItem item, ReviewRules rules) => item.Sheets.IsEmpty
        ? MeanScore.None
        : new(item.Sheets.Values.Sum(sheet => Weighted(sheet, rules)), item.Sheets.Count, CreditOf(item.Item, rules));

    /// <summary>Extra credit, hundredths of a point (T-7).</summary>
    public static int CreditOf(ReviewItem item, ReviewRules rules) =>
        (item.FivePlusTwo ? rules.FivePlusTwoHundredths : 0) + (item.DesignAwardPledge ? rules.DesignAwardHundredths : 0);
}
