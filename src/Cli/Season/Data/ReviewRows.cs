using SmeOrleans.Cli.Filing;

namespace SmeOrleans.Cli.Season.Data;

/// <summary>A member of a panel.</summary>
internal sealed record ReviewerRow(string Id, string Name, string Group, bool IsChair, string? Affiliation)
{
    public static ReviewerRow Of(CsvRow row) => new(
        row.Text("reviewer_id"), row.Text("reviewer_name"), row.Text("group"), row.Text("role") == "chair", row.OptionalText("affiliation_unit_id"));
}

/// <summary>A session of technical review; an item is an application or a common project.</summary>
internal sealed record SessionRow(string Id, string Group, DateTimeOffset StartsAt, DateTimeOffset EndsAt, ImmutableArray<string> Items)
{
    /// <param name="offset">Of the programme's clocks.</param>
    public static SessionRow Of(CsvRow row, TimeSpan offset) => new(
        row.Text("session_id"), row.Text("group"), At(row, "start", offset), At(row, "end", offset), [.. row.Text("item_ids").Split(';')]);

    private static DateTimeOffset At(CsvRow row, string column, TimeSpan offset) =>
        new(row.Date("date").ToDateTime(row.TimeOfDay(column)), offset);
}

/// <summary>One reviewer's score sheet for one item.</summary>
internal sealed record ScoreRow(string SessionId, string ItemId, string ReviewerId, ImmutableArray<CriterionScore> Points)
{
    public static ScoreRow Of(CsvRow row, IEnumerable<Criterion> criteria) => new(
        row.Text("session_id"),
        row.Text("item_id"),
        row.Text("reviewer_id"),
        [.. criteria.Select(criterion => new CriterionScore { Criterion = criterion.Code, Points = (int)row.Whole(criterion.Code) })]);
}

/// <summary>A recommended case and what the joint meeting decided of it.</summary>
/// <param name="ProjectId">Its common project, or null.</param>
/// <param name="Approved">Null: on reserve.</param>
internal sealed record ApprovalRow(
    string ApplicationId,
    string Group,
    string? ProjectId,
    string MeanScore,
    Grade Grade,
    int Rank,
    int ReserveOrder,
    long RecommendedGovernment,
    Money? Approved,
    string? ReviewFlag,
    string? LeadReviewer)
{
    public static ApprovalRow Of(CsvRow row) => new(
        row.Text("application_id"),
        row.Text("group"),
        row.OptionalText("common_project_id"),
        row.Text("mean_score"),
        Enum.Parse<Grade>(row.Text("grade"), ignoreCase: true),
        (int)row.Whole("rank"),
        row.OptionalText("reserve_order") is null ? 0 : (int)row.Whole("reserve_order"),
        row.Whole("recommended_gov"),
        row.Text("decision") == "approved"
            ? new() { TotalNtd = row.Whole("approved_total"), GovernmentNtd = row.Whole("approved_gov"), SelfNtd = row.Whole("approved_self") }
            : null,
        row.OptionalText("review_flag"),
        row.OptionalText("primary_reviewer_id"));
}
