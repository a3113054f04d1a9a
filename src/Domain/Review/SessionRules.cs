namespace SmeOrleans.Domain.Review;

/// <summary>What a session answers to a command. Until it is closed nearly everything may change; after it only a late conflict does.</summary>
public static partial class SessionRules
{
    public static Decision<SessionEvent> Decide(Session session, SessionCommand command, SessionFacts facts) => command switch
    {
        ScheduleSession c when session.State != SessionState.Closed => Schedule(session, c, facts),
        _ when session.State == SessionState.None => Rejection.Because(Reasons.ResourceUnknown, ("name", session.Name)),
        FollowTies c => Recusals(session, c.Reviewer, facts),
        DropCaseFromAgenda c => Drop(session, c.Case, facts),
        Recuse c => On(session, c.Item, item => RecuseFrom(session, item, c, facts)),
        _ when session.State == SessionState.Closed => Rejection.Because(Reasons.SessionClosed),
        AddToAgenda c => Add(session, c, facts),
        RemoveFromAgenda c => On(session, c.Item, _ => new ItemRemoved(facts.ReceivedAt, c.Item)),
        AssignReviewers c => On(session, c.Item, item => Assign(session, item, c, facts)),
        AssignByLoad c => Assignments.ByLoad(session, c.ReviewersPerItem, facts),
        NameDelegate c => On(session, c.Item, item => Delegate(session, item, c, facts)),
        ScoreItem c => On(session, c.Item, item => Score(item, c, facts)),
        RecordOpinion c => On(session, c.Item, item => Opine(item, c, facts)),
        CloseSession => Close(session, facts),
        _ => throw new InvalidOperationException($"Unknown command {command.GetType().Name}"),
    };

    private static Decision<SessionEvent> Schedule(Session session, ScheduleSession command, SessionFacts facts) => facts.Panel switch
    {
        { Members.IsEmpty: false } panel when command.Plan.EndsAt > command.Plan.StartsAt && (session.Plan is null || session.Plan.Panel == panel.Name) =>
            new SessionScheduled(facts.ReceivedAt, command.Plan, panel.Group, panel.Chair, panel.Members),
        { Members.IsEmpty: false } => Rejection.OfFields(
            new FieldViolation("session", "must end after it starts, and stay with its panel")),
        _ => Rejection.OfFields(new FieldViolation("session.panel", "must be a panel that is seated")),
    };

    private static Decision<SessionEvent> Assign(Session session, AgendaItem item, AssignReviewers command, SessionFacts facts)
    {
        var lead = command.Lead.Length > 0 ? command.Lead : command.Reviewers.Contains(item.Lead) ? item.Lead : "";
        return Unfit(session, item, command.Reviewers)
            ?? (lead.Length == 0 || command.Reviewers.Contains(lead)
                ? (Decision<SessionEvent>)new ReviewersAssigned(facts.ReceivedAt, command.Item, command.Reviewers, lead)
                : Rejection.OfFields(new FieldViolation("assignment.lead_reviewer", "must be one of the reviewers")));
    }

    private static Decision<SessionEvent> Delegate(Session session, AgendaItem item, NameDelegate command, SessionFacts facts) =>
        command.Delegate.Length > 0 && Unfit(session, item, [command.Delegate]) is { } unfit
            ? unfit
            : new DelegateNamed(facts.ReceivedAt, command.Item, command.Delegate);

    // T-2, T-3: the reviewer's ties are looked at with every score, not only when they were recorded.
    private static Decision<SessionEvent> Score(AgendaItem item, ScoreItem command, SessionFacts facts)
    {
        if (facts.Reviewers.GetValueOrDefault(command.Reviewer) is { } reviewer && Conflicts.Between(reviewer, item.Item) is not null)
        {
            return Rejection.Because(Reasons.ReviewerRecused, ("reviewer", command.Reviewer));
        }

        var criteria = facts.Round.Rules.Review.Criteria.Select(criterion => criterion.Code).ToHashSet();
        return criteria.SetEquals(command.Points.Keys) && command.Points.Values.All(points => points is >= 0 and <= 100)
            ? new ItemScored(facts.ReceivedAt, command.Item, command.Reviewer, new(command.Points, command.Recommended, command.Comment, facts.ReceivedAt))
            : Rejection.Because(Reasons.ScoreCriteria);
    }

    private static Decision<SessionEvent> Opine(AgendaItem item, RecordOpinion command, SessionFacts facts)
    {
        var opinion = command.Opinion;
        if (opinion.Comments.Select(comment => comment.Id).Distinct().Count() != opinion.Comments.Count)
        {
            return Rejection.OfFields(new FieldViolation("opinion.comments", "ids must be unique"));
        }

        var reasons = facts.Round.Rules.Execution.VisitReasons;
        return !opinion.Flags.TrueForAll(flag => reasons.Exists(reason => reason.Code == flag))
            ? Rejection.OfFields(new FieldViolation("opinion.visit_flags", "must be visit reasons of the round"))
            : AmountsFit(item.Item, opinion.Amounts)
                ? new OpinionRecorded(facts.ReceivedAt, command.Item, opinion)
                : Rejection.Because(Reasons.OpinionAmounts);
    }

    // T-6: a panel recommends money for every case: no more than was asked for, and within the caps.
    private static bool AmountsFit(ReviewItem item, ImmutableList<Recommendation> amounts) =>
        amounts.Count == item.Cases.Count
        && item.Cases.TrueForAll(one => amounts.Find(amount => amount.Case == one.Case)?.Budget is { } budget
            && FundingRules.AddsUp(budget) is null && FundingRules.WithinCase(budget, one.Cap) is null
            && budget.Government <= one.Asked.Government && budget.Total <= one.Asked.Total);

    // T-6: scores are frozen only when there is something to freeze.
    private static Decision<SessionEvent> Close(Session session, SessionFacts facts)
    {
        var rules = facts.Round.Rules.Review;
        var open = session.Agenda.Values
            .Where(item => item.Lead.Length == 0 || item.Opinion is null || item.Sheets.Count < rules.SheetsMin)
            .Select(item => item.Item.Name).ToList();
        if (session.Agenda.IsEmpty || open.Count > 0)
        {
            return Rejection.Because(Reasons.SessionNotReady, ("open", open.Count == 0 ? "agenda" : string.Join(", ", open.Take(OpenNamedMax))));
        }

        var means = session.Agenda.ToImmutableSortedDictionary(pair => pair.Key, pair => Scoring.MeanOf(pair.Value, rules), StringComparer.Ordinal);
        var grades = means.ToImmutableSortedDictionary(pair => pair.Key, pair => rules.GradeOf(pair.Value), StringComparer.Ordinal);
        return new SessionConcluded(facts.ReceivedAt, means, grades);
    }

    private const int OpenNamedMax = 5;

    private static Rejection? Unfit(Session session, AgendaItem item, ImmutableSortedSet<string> reviewers) =>
        reviewers.Except(session.Members) is [var stranger, ..] ? Rejection.Because(Reasons.ReviewerUnknown, ("reviewer", stranger))
        : reviewers.Intersect(item.Recused.Keys) is [var recused, ..] ? Rejection.Because(Reasons.ReviewerRecused, ("reviewer", recused))
        : null;

    private static Decision<SessionEvent> On(Session session, string item, Func<AgendaItem, Decision<SessionEvent>> decide) =>
        session.Agenda.GetValueOrDefault(item) is { } found ? decide(found) : Rejection.Because(Reasons.EntryUnknown, ("item", item));
}
