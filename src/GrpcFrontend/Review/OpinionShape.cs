using SmeOrleans.GrpcFrontend.Rounds;

namespace SmeOrleans.GrpcFrontend.Review;

/// <summary>Form of a panel's opinion (T-6).</summary>
internal static class OpinionShape
{
    private const string Path = "opinion";
    private const int ListMax = 50;
    private const int AmountsMax = 1_000;

    public static Opinion Of(ShapeCheck check, V1.Opinion? opinion)
    {
        check.Require(opinion is not null, Path, "is required");
        opinion ??= new();
        check.Require(opinion.Comments.Count <= ListMax, $"{Path}.comments", "must be at most 50");
        check.Require(opinion.VisitFlags.Count <= ListMax && opinion.VisitFlags.All(RoundShape.IsCode), $"{Path}.visit_flags", "must be visit reasons of the round");
        check.Require(opinion.Amounts.Count <= AmountsMax, $"{Path}.amounts", "must be at most 1,000");
        return new(
            check.Text(opinion.Summary, $"{Path}.summary", 2_000, required: true, lines: true),
            [.. opinion.Comments.Take(ListMax).Select((comment, place) => Comment(check, comment, $"{Path}.comments[{place}]"))],
            [.. opinion.VisitFlags.Take(ListMax).Distinct()],
            [.. opinion.Amounts.Take(AmountsMax).Select((amount, place) => Amount(check, amount, $"{Path}.amounts[{place}]"))]);
    }

    private static ReviewComment Comment(ShapeCheck check, V1.ReviewComment comment, string path) => new(
        check.PlainId(comment.CommentId, $"{path}.comment_id"),
        check.Text(comment.Text, $"{path}.text", 1_000, required: true, lines: true));

    private static Recommendation Amount(ShapeCheck check, V1.RecommendedMoney amount, string path)
    {
        check.Require(amount.Money is not null, $"{path}.money", "is required");
        var money = amount.Money ?? new();
        return new(
            check.Case(amount.Case, $"{path}.case"),
            new(check.Amount(money.TotalNtd, $"{path}.money.total_ntd"),
                check.Amount(money.GovernmentNtd, $"{path}.money.government_ntd"),
                check.Amount(money.SelfNtd, $"{path}.money.self_ntd")));
    }
}
