using SmeOrleans.GrpcFrontend.Rounds;

namespace SmeOrleans.GrpcFrontend.Review;

/// <summary>Form of a score sheet (T-2).</summary>
internal static class SheetShape
{
    private const int CriteriaMax = 50;

    public static ScoreItem Of(ShapeCheck check, V1.ScoreItemRequest request, Caller caller)
    {
        var given = request.Scores.Take(CriteriaMax).ToList();
        check.Require(request.Scores.Count is > 0 and <= CriteriaMax, "scores", "must be 1 to 50");
        check.Require(given.DistinctBy(score => score.Criterion).Count() == given.Count, "scores", "must name each criterion once");
        for (var place = 0; place < given.Count; place++)
        {
            check.Require(RoundShape.IsCode(given[place].Criterion), $"scores[{place}].criterion", "must be a criterion of the round");
        }

        check.Require(Enum.IsDefined(request.Recommended), "recommended", "must be one of the documented values");
        return new(
            check.Item(request.Item, "item"),
            caller.Reviewer,
            given.DistinctBy(score => score.Criterion).ToImmutableSortedDictionary(score => score.Criterion, score => score.Points, StringComparer.Ordinal),
            (Grade)request.Recommended,
            check.Text(request.Comment, "comment", 2_000, lines: true));
    }
}
