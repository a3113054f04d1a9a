using SmeOrleans.Domain.Contracts;
using SmeOrleans.GrpcFrontend.Payments;

namespace SmeOrleans.GrpcFrontend.Contracts;

/// <summary>Form of revised plans and plan changes.</summary>
internal static class PlanShape
{
    private const int CommentsMax = 100;
    private const int CommentIdMax = 64;

    public static ImmutableList<CommentAnswer> Answers(ShapeCheck check, ICollection<V1.CommentAnswer> answers, string path)
    {
        check.Require(answers.Count <= CommentsMax, path, "must hold at most 100 entries");
        return [.. answers.Take(CommentsMax).Select((answer, place) => new CommentAnswer(
            check.Text(answer.CommentId, $"{path}[{place}].comment_id", CommentIdMax, required: true),
            check.Text(answer.Answer, $"{path}[{place}].answer", 2_000, required: true, lines: true)))];
    }

    public static ImmutableSortedSet<string> Comments(ShapeCheck check, ICollection<string> ids, string path)
    {
        check.Require(ids.Count <= CommentsMax, path, "must hold at most 100 entries");
        return ids.Take(CommentsMax).Select((id, place) => check.Text(id, $"{path}[{place}]", CommentIdMax, required: true))
            .ToImmutableSortedSet(StringComparer.Ordinal);
    }

    public static RequestPlanChange Change(ShapeCheck check, V1.RequestPlanChangeRequest request)
    {
        check.Require(request.Kind != V1.PlanChangeKind.Revision, "kind", "must not be REVISION: that is RevisePlan's");
        return new(
            check.Enum<PlanChangeKind>(request.Kind, "kind"),
            request.Major,
            check.Text(request.Summary, "summary", 2_000, required: true, lines: true),
            request.Money is { } money ? MoneyShape.Budget(check, money, "money") : null,
            check.DigestOrNone(request.Sha256, "sha256"));
    }
}
