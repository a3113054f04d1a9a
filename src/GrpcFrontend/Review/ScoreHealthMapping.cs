using System.Globalization;

namespace SmeOrleans.GrpcFrontend.Review;

/// <summary>The health of a group's scores on the wire.</summary>
internal static class ScoreHealthMapping
{
    public static V1.ScoreHealth Of(SeenScores seen, RoundRules rules, string group)
    {
        var health = ScoreHealth.Of(seen.Items, rules.Review, rules.LineFor(CaseMode.General, group)?.Amount ?? Ntd.Zero);
        return new()
        {
            Contradictions = { health.Contradictions.Select(Of) },
            Leniency = { health.Leniency.Select(Of) },
            Spreads = { health.Spreads.Select(Of) },
            MovedByCredit = { health.MovedByCredit },
            // Where the money ends would tell of an item that was left out.
            CutLineDistance = seen.Complete && health.CutLineDistance is { } distance ? Text(distance, "F4") : "",
        };
    }

    private static V1.ScoreContradiction Of(ScoreContradiction one) => new()
    {
        Item = one.Item,
        Reviewer = one.Reviewer,
        Recommended = (V1.Grade)one.Recommended,
        ByPoints = (V1.Grade)one.ByPoints,
    };

    private static V1.ReviewerLeniency Of(ReviewerLeniency one) =>
        new() { Reviewer = one.Reviewer, MeanDifference = Text(one.MeanDifference, "F2"), Sheets = one.Sheets };

    private static V1.ItemSpread Of(ItemSpread one) => new() { Item = one.Item, Range = Text(one.Range, "F2"), Deviation = Text(one.Deviation, "F2") };

    private static string Text(decimal points, string format) => points.ToString(format, CultureInfo.InvariantCulture);
}
