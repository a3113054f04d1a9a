namespace SmeOrleans.Domain.Review;

/// <summary>What a session answers to a command. Until it is closed nearly everything may change; after it only conflicts, the lead and the delegate do.</summary>
public static partial class SessionRules
{
    public static Decision<SessionEvent> Decide(Session session, SessionCommand command, SessionFacts facts) => command switch
    {
        ScheduleSession c when session.State != SessionState.Closed => Schedule(session, c, facts),
        _ when session.State == SessionState.None => Rejection.Because(Reasons.ResourceUnknown, ("name", session.Name)),
        FollowTies => new(NewConflicts(session, facts), null),
        FollowPanel => Follow(session, facts),
        DropCaseFromAgenda c => Drop(session, c.Case, facts),
        Recuse c => On(session, c.Item, item => RecuseFrom(session, item, c, facts)),
        NameDelegate c => On(session, c.Item, item => Delegate(session, item, c, facts)),
        AssignReviewers c when session.State == SessionState.Closed => On(session, c.Item, item => Entrust(session, item, c, facts)),
        RemoveFromAgenda c when session.State == SessionState.Closed => On(session, c.Item, item => ReviewAgain(item, facts)),
        _ when session.State == SessionState.Closed => Rejection.Because(Reasons.SessionClosed),
        AddToAgenda c => Add(session, c, facts),
        RemoveFromAgenda c => On(session, c.Item, _ => new ItemRemoved(facts.ReceivedAt, c.Item)),
        AssignReviewers c => On(session, c.Item, item => Assign(session, item, c, facts)),
        AssignByLoad c => Assignments.ByLoad(session, c.ReviewersPerItem, facts),
        ScoreItem c => On(session, c.Item, item => Score(item, c, facts)),
        RecordOpinion c => On(session, c.Item, item => Opine(item, c, facts)),
        CloseSession => Close(session, facts),
        _ => throw new InvalidOperationException($"Unknown command {command.GetType().Name}"),
    };

    // T-3: late conflicts left too few sheets; nobody is judged on those, so another session reviews the item anew.
    private static Decision<SessionEvent> ReviewAgain(AgendaItem item, SessionFacts facts) =>
        !facts.IsPublished && item.Sheets.Count < facts.Round.Rules.Review.SheetsMin
            ? new ItemRemoved(facts.ReceivedAt, item.Item.Name)
            : Rejection.Because(Reasons.SessionClosed);

    private static Decision<SessionEvent> Schedule(Session session, ScheduleSession command, SessionFacts facts) => facts.Panel switch
    {
        { Members.IsEmpty: false } panel when command.Plan.EndsAt > command.Plan.StartsAt && (session.Plan is null || session.Plan.Panel == panel.Name) =>
            Seated(session, new SessionScheduled(facts.ReceivedAt, command.Plan, panel.Group, panel.Chair, panel.Members), facts),
        { Members.IsEmpty: false } => Rejection.OfFields(
            new FieldViolation("session", "must end after it starts, and stay with its panel")),
        _ => Rejection.OfFields(new FieldViolation("session.panel", "must be a panel that is seated")),
    };

    // T-1: an open session takes the panel as it is. Who sat in a closed one stays on record; who came since may lead or preside.
    private static Decision<SessionEvent> Follow(Session session, SessionFacts facts)
    {
        if (facts.Panel is not { Members.IsEmpty: false } panel)
        {
            return Nothing;
        }

        var members = session.State == SessionState.Closed ? session.Members.Union(panel.Members) : panel.Members;
        return session.Chair == panel.Chair && session.Members.SetEquals(members)
            ? Nothing
            : Seated(session, new PanelFollowed(facts.ReceivedAt, panel.Chair, members), facts);
    }

    // T-3: whoever takes a seat is in conflict from then on, not from the next tie on.
    private static Decision<SessionEvent> Seated(Session session, SessionEvent seated, SessionFacts facts) =>
        new([seated, .. NewConflicts(session.Apply(seated), facts)], null);

    private static Decision<SessionEvent> Assign(Session session, AgendaItem item, AssignReviewers command, SessionFacts facts)
    {
        var lead = command.Lead.Length > 0 ? command.Lead : command.Reviewers.Contains(item.Lead) ? item.Lead : "";
        return Unfit(session, item, command.Reviewers, facts)
            ?? (lead.Length == 0 || command.Reviewers.Contains(lead)
                ? (Decision<SessionEvent>)new ReviewersAssigned(facts.ReceivedAt, command.Item, command.Reviewers, lead)
                : Rejection.OfFields(new FieldViolation("assignment.lead_reviewer", "must be one of the reviewers")));
    }

    // A case has a lead until its acceptance (M-1, M-6, E-1): the office hands it on, and no score moves (T-6).
    private static Decision<SessionEvent> Entrust(Session session, AgendaItem item, AssignReviewers command, SessionFacts facts) =>
        command.Lead.Length == 0 || !(command.Reviewers.IsEmpty || command.Reviewers.SetEquals(item.Reviewers)) ? Rejection.Because(Reasons.SessionClosed)
        : Unfit(session, item, [command.Lead], facts) is { } unfit ? unfit
        : command.Lead == item.Lead ? Nothing
        : new LeadNamed(facts.ReceivedAt, command.Item, command.Lead);

    private static Decision<SessionEvent> Delegate(Session session, AgendaItem item, NameDelegate command, SessionFacts facts) =>
        command.Delegate.Length > 0 && Unfit(session, item, [command.Delegate], facts) is { } unfit
            ? unfit
            : new DelegateNamed(facts.ReceivedAt, command.Item, command.Delegate);

    // T-2, T-3: the reviewer's ties are looked at with every score, not only when they were recorded.
    private static Decision<SessionEvent> Score(AgendaItem item, ScoreItem command, SessionFacts facts)
    {
        if (IsConflicted(item, command.Reviewer, facts))
        {
            return Rejection.Because(Reasons.ReviewerRecused, ("reviewer", command.Reviewer));
        }

        if (!item.Reviewers.Contains(command.Reviewer))
        {
            return Rejection.Because(Reasons.ReviewerUnknown, ("reviewer", command.Reviewer));
        }

        var criteria = facts.Round.Rules.Review.Criteria.Select(criterion => criterion.Code).ToHashSet();
        return criteria.SetEquals(command.Points.Keys) && command.Points.Values.All(points => points is >= 0 and <= 100)
            ? new ItemScored(facts.ReceivedAt, command.Item, command.Reviewer, new(command.Points, command.Recommended, command.Comment, facts.ReceivedAt))
            : Rejection.Because(Reasons.ScoreCriteria);
    }

    private static Decision<SessionEvent> Opine(AgendaItem item, RecordOpinion command, SessionFacts facts)
    {
        var opinion = command.Opinion;
        if (IsConflicted(item, command.By, facts))
        {
            return Rejection.Because(Reasons.ReviewerRecused, ("reviewer", command.By));
        }

        if (opinion.Comments.Select(comment => comment.Id).Distinct().Count() != opinion.Comments.Count)
        {
            return Rejection.OfFields(new FieldViolation("opinion.comments", "ids must be unique"));
        }

        var reasons = facts.Round.Rules.Execution.VisitReasons;
        return !opinion.Flags.TrueForAll(flag => reasons.Exists(reason => reason.Code == flag))
            ? Rejection.OfFields(new FieldViolation("opinion.visit_flags", "must be visit reasons of the round"))
            : AmountsFit(item.Item, opinion.Amounts)
                ? new OpinionRecorded(facts.ReceivedAt, command.Item, opinion, command.By)
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

    private static Rejection? Unfit(Session session, AgendaItem item, ImmutableSortedSet<string> reviewers, SessionFacts facts) =>
        reviewers.Except(session.Members) is [var stranger, ..] ? Rejection.Because(Reasons.ReviewerUnknown, ("reviewer", stranger))
        : reviewers.FirstOrDefault(reviewer => IsConflicted(item, reviewer, facts)) is { } recused ? Rejection.Because(Reasons.ReviewerRecused, ("reviewer", recused))
        : null;

    /// <summary>Recused already, or about to be: the session may not have heard of the tie yet.</summary>
    internal static bool IsConflicted(AgendaItem item, string reviewer, SessionFacts facts) =>
        item.Recused.ContainsKey(reviewer)
        || (facts.Reviewers.GetValueOrDefault(reviewer) is { } known && Conflicts.Between(known, item.Item) is not null);

    private static Decision<SessionEvent> On(Session session, string item, Func<AgendaItem, Decision<SessionEvent>> decide) =>
        session.Agenda.GetValueOrDefault(item) is { } found ? decide(found) : Rejection.Because(Reasons.SessionWithoutCase);
}
