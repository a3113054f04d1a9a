using SmeOrleans.Cli.Season.Data;

namespace SmeOrleans.Cli.Season;

/// <summary>What is reviewed as one (a case, or a common project with its cases), and by whom.</summary>
internal sealed class ReviewBook
{
    /// <summary>Criteria that a panel's comments speak of.</summary>
    private const int CommentsPerItem = 2;

    private readonly CaseBook cases;
    private readonly ImmutableArray<Criterion> criteria;
    private readonly Dictionary<string, ReviewerRow> reviewers;
    private readonly Dictionary<string, ReviewerRow> chairs;
    private readonly Dictionary<string, CommonProjectRow> projects;
    private readonly Dictionary<string, ApprovalRow> approvals;
    private readonly ILookup<string, ApplicationRow> applications;
    private readonly ILookup<string, ScoreRow> scores;

    public ReviewBook(SeasonData data, YearData year, CaseBook cases)
    {
        (Year, this.cases, criteria) = (year, cases, [.. data.Programme.Round.Rules.Review.Criteria]);
        reviewers = year.Reviewers.ToDictionary(reviewer => reviewer.Id);
        chairs = year.Reviewers.Where(reviewer => reviewer.IsChair).ToDictionary(reviewer => reviewer.Group);
        projects = data.CommonProjects.ToDictionary(project => project.Id);
        approvals = year.Approvals.ToDictionary(approval => approval.ApplicationId);
        applications = data.Applications.Where(row => row.IsQualified).ToLookup(row => row.CommonProjectId ?? row.Id);
        scores = year.Scores.ToLookup(score => score.ItemId);
    }

    public YearData Year { get; }

    /// <summary>Chairs in order of their group.</summary>
    public IEnumerable<ReviewerRow> Chairs => chairs.Values.OrderBy(chair => chair.Group, StringComparer.Ordinal);

    public ReviewerRow ChairOf(string group) => chairs[group];

    public string TokenOf(string reviewerId) => cases.Desk.Tokens.Reviewer(reviewerId, reviewers[reviewerId].IsChair);

    /// <summary>The qualified applications of an item.</summary>
    public IEnumerable<ApplicationRow> ApplicationsOf(string itemId) => applications[itemId];

    public IEnumerable<ScoreRow> ScoresOf(string itemId) => scores[itemId];

    public ApprovalRow? ApprovalOf(string applicationId) => approvals.GetValueOrDefault(applicationId);

    /// <summary>Resource name of an item, or null when its case was never drafted.</summary>
    public string? NameOf(string itemId) =>
        projects.ContainsKey(itemId) ? $"{cases.Desk.RoundName}/commonProjects/{itemId}" : cases.NameOf(itemId);

    /// <summary>As the data says; where it says nothing, the first who scored by id.</summary>
    public string LeadOf(string itemId) =>
        ApplicationsOf(itemId).Select(row => ApprovalOf(row.Id)?.LeadReviewer).FirstOrDefault(lead => lead is not null)
        ?? ScoresOf(itemId).Select(score => score.ReviewerId).Order(StringComparer.Ordinal).First();

    /// <summary>Who records the panel's opinion: the chair; the lead reviewer where the chair is recused (T-6).</summary>
    public string SpokesmanOf(string group, string itemId) =>
        ChairOf(group) is { Affiliation: { } unit } && ApplicationsOf(itemId).Any(row => row.UnitId == unit) ? LeadOf(itemId) : ChairOf(group).Id;

    /// <summary>What the panel recommends for a case; what was asked for where it does not.</summary>
    public Money RecommendationFor(ApplicationRow row)
    {
        var asked = row.Application;
        return ApprovalOf(row.Id) switch
        {
            null => new() { TotalNtd = asked.TotalNtd, GovernmentNtd = asked.GovernmentNtd, SelfNtd = asked.SelfNtd },
            { Approved: { } approved } recommended => new()
            {
                GovernmentNtd = recommended.RecommendedGovernment,
                SelfNtd = approved.SelfNtd,
                TotalNtd = recommended.RecommendedGovernment + approved.SelfNtd,
            },
            var reserve => new()
            {
                GovernmentNtd = reserve.RecommendedGovernment, SelfNtd = asked.SelfNtd, TotalNtd = reserve.RecommendedGovernment + asked.SelfNtd,
            },
        };
    }

    /// <summary>The data has no comments: one on each of the criteria that the reviewers found weakest.</summary>
    public IEnumerable<ReviewComment> CommentsOn(string itemId) => criteria
        .OrderBy(criterion => ScoresOf(itemId).Sum(score => score.Points.First(points => points.Criterion == criterion.Code).Points))
        .ThenBy(criterion => criterion.Code, StringComparer.Ordinal)
        .Take(CommentsPerItem)
        .Select(criterion => new ReviewComment { CommentId = criterion.Code.Replace('_', '-'), Text = $"請補充說明「{criterion.DisplayName}」。" });
}
