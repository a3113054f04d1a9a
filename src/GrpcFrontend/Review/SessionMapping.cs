using SmeOrleans.GrpcFrontend.Units;
using SmeOrleans.GrpcFrontend.Cases;

namespace SmeOrleans.GrpcFrontend.Review;

/// <summary>A session on the wire, as far as the caller may see it.</summary>
internal static class SessionMapping
{
    public static V1.Session Whole(Session session, long version, Caller caller)
    {
        var message = Brief(session, version);
        message.Agenda.AddRange(session.Agenda.Values.OrderBy(item => item.Place).Select(item => Item(session, item, caller)));
        return message;
    }

    /// <summary>Without its agenda, as lists show it.</summary>
    public static V1.Session Brief(Session session, long version) => new()
    {
        Name = session.Name,
        Panel = session.Plan!.Panel,
        State = (V1.SessionState)session.State,
        StartTime = Times.Of(session.Plan.StartsAt),
        EndTime = Times.Of(session.Plan.EndsAt),
        Topic = session.Plan.Topic,
        CloseTime = Times.Of(session.ClosedAt),
        Etag = Etag.Of(version),
    };

    // T-3: of an item from which the caller is recused there is nothing but that.
    private static V1.AgendaItem Item(Session session, AgendaItem item, Caller caller) => AccessRules.IsRecused(caller, item)
        ? new() { Item = item.Item.Name, RecusedYourself = true }
        : new()
        {
            Item = item.Item.Name,
            Title = item.Item.Title,
            Unit = item.Item.Unit,
            Cases = { item.Item.Cases.Select(one => one.Case) },
            Reviewers = { item.Reviewers },
            LeadReviewer = item.Lead,
            DelegateReviewer = item.Delegate,
            Recusals = { AccessRules.MayReadRecusals(caller) ? item.Recused.Select(Recusal) : [] },
            Sheets = { item.Sheets.Where(sheet => AccessRules.MayReadSheet(caller, session, sheet.Key)).Select(Sheet) },
            Opinion = item.Opinion is { } opinion ? Opinion(opinion) : null,
            MeanScore = item.Mean.ToString(),
            Grade = (V1.Grade)item.Grade,
            UnitAnomalies = { (item.Item.UnitRecord?.Majors ?? []).Select(UnitMapping.Anomaly) },
            UnitFirstTime = item.Item.UnitRecord?.FirstTime ?? false,
        };

    private static V1.Recusal Recusal(KeyValuePair<string, Tie> recused) => new() { Reviewer = recused.Key, Tie = ReviewerMapping.Of(recused.Value) };

    private static V1.ScoreSheet Sheet(KeyValuePair<string, ScoreSheet> sheet) => new()
    {
        Reviewer = sheet.Key,
        Scores = { sheet.Value.Points.Select(points => new V1.CriterionScore { Criterion = points.Key, Points = points.Value }) },
        Recommended = (V1.Grade)sheet.Value.Recommended,
        Comment = sheet.Value.Comment,
        ScoreTime = Times.Of(sheet.Value.ScoredAt),
    };

    private static V1.Opinion Opinion(Opinion opinion) => new()
    {
        Summary = opinion.Summary,
        Comments = { opinion.Comments.Select(comment => new V1.ReviewComment { CommentId = comment.Id, Text = comment.Text }) },
        VisitFlags = { opinion.Flags },
        Amounts = { opinion.Amounts.Select(amount => new V1.RecommendedMoney { Case = amount.Case, Money = CaseLifeMapping.Money(amount.Budget) }) },
    };
}
