namespace SmeOrleans.GrpcFrontend.Review;

/// <summary>Form of sessions, agendas and assignments.</summary>
internal static class SessionShape
{
    private const int ItemsMax = 100;

    /// <summary>Reviewers of one item: a whole panel of the 2018 programme.</summary>
    public const int ReviewersMax = 7;

    public static ScheduleSession Of(ShapeCheck check, V1.ScheduleSessionRequest request)
    {
        var round = check.Round(request.Parent, "parent");
        check.PlainId(request.SessionId, "session_id");
        check.Require(request.Session is not null, "session", "is required");
        var session = request.Session ?? new();
        check.Panel(session.Panel, "session.panel");
        check.Require(session.Panel.StartsWith($"{round}/", StringComparison.Ordinal), "session.panel", "must be a panel of the same round");
        return new(new(
            session.Panel,
            check.Time(session.StartTime, "session.start_time"),
            check.Time(session.EndTime, "session.end_time"),
            check.Text(session.Topic, "session.topic", 100)));
    }

    public static AddToAgenda Of(ShapeCheck check, V1.AddToAgendaRequest request)
    {
        check.Require(request.Items.Count is > 0 and <= ItemsMax, "items", "must be 1 to 100");
        return new([.. request.Items.Take(ItemsMax).Select((name, place) => check.Item(name, $"items[{place}]"))]);
    }

    public static AssignReviewers Of(ShapeCheck check, V1.AssignReviewersRequest request)
    {
        check.Require(request.Assignment is not null, "assignment", "is required");
        var assignment = request.Assignment ?? new();
        check.Require(assignment.Reviewers.Count <= ItemsMax, "assignment.reviewers", "must be at most 100");
        return new(
            check.Item(assignment.Item, "assignment.item"),
            assignment.Reviewers.Take(ItemsMax).Select((name, place) => check.Reviewer(name, $"assignment.reviewers[{place}]"))
                .ToImmutableSortedSet(StringComparer.Ordinal),
            assignment.LeadReviewer.Length == 0 ? "" : check.Reviewer(assignment.LeadReviewer, "assignment.lead_reviewer"));
    }

    /// <summary>What a reviewer says of itself is declared; the rest the office has found.</summary>
    public static Recuse Of(ShapeCheck check, V1.RecuseReviewerRequest request, Caller caller) => new(
        check.Item(request.Item, "item"),
        check.Reviewer(request.Reviewer, "reviewer"),
        request.Reviewer == caller.Reviewer ? ConflictSource.Declared : ConflictSource.Office,
        check.Text(request.Note, "note", 500, required: true, lines: true));
}
