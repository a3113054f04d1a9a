namespace SmeOrleans.Domain.Review;

// What comes on and off the agenda, and who is recused.
public static partial class SessionRules
{
    private static Decision<SessionEvent> Add(Session session, AddToAgenda command, SessionFacts facts)
    {
        var events = ImmutableList.CreateBuilder<SessionEvent>();
        var place = session.Agenda.Values.Select(item => item.Place).DefaultIfEmpty().Max();
        foreach (var (name, index) in command.Items.Distinct().Select((name, index) => (name, index)).Where(pair => !session.Agenda.ContainsKey(pair.name)))
        {
            if (facts.Busy.GetValueOrDefault(name) is { } elsewhere)
            {
                return Rejection.Because(Reasons.SessionBusy, ("session", elsewhere), ("item", name));
            }

            if (facts.Items.GetValueOrDefault(name) is not { } item || item.Group != session.Group)
            {
                return Rejection.OfFields(new FieldViolation(
                    $"items[{index}]", "must be a qualified general case, or a common project all of whose cases are screened, of the panel's group"));
            }

            events.Add(new ItemAdded(facts.ReceivedAt, ++place, item, Conflicts.Of(facts.Reviewers.Values, item)));
        }

        return new(events.ToImmutable(), null);
    }

    // A closed session is history: its item stays, though the case has left.
    private static Decision<SessionEvent> Drop(Session session, string caseName, SessionFacts facts) =>
        session.State == SessionState.Closed || session.ItemOf(caseName) is not { } item ? Nothing
        : item.Item.Cases.Count > 1 ? new CaseTakenOff(facts.ReceivedAt, item.Item.Name, caseName)
        : new ItemRemoved(facts.ReceivedAt, item.Item.Name);

    private static Decision<SessionEvent> RecuseFrom(Session session, AgendaItem item, Recuse command, SessionFacts facts) =>
        !session.Members.Contains(command.Reviewer) ? Rejection.Because(Reasons.ReviewerUnknown, ("reviewer", command.Reviewer))
        : item.Recused.ContainsKey(command.Reviewer) ? Nothing
        : new(Recused(session, item, command.Reviewer, new(item.Item.Name, command.Source, command.Note, facts.ReceivedAt), facts), null);

    /// <summary>Members who are in conflict with an item and are not recused from it yet.</summary>
    private static ImmutableList<SessionEvent> NewConflicts(Session session, SessionFacts facts)
    {
        var events = ImmutableList.CreateBuilder<SessionEvent>();
        foreach (var reviewer in facts.Reviewers.Values.Where(reviewer => session.Members.Contains(reviewer.Name)))
        {
            foreach (var item in session.Agenda.Values.Where(item => !item.Recused.ContainsKey(reviewer.Name)))
            {
                var recused = Conflicts.Between(reviewer, item.Item) is { } tie ? Recused(session, item, reviewer.Name, tie, facts) : [];
                events.AddRange(recused);
                // The next recusal from the same item counts without this one's score.
                session = recused.Aggregate(session, (state, happened) => state.Apply(happened));
            }
        }

        return events.ToImmutable();
    }

    /// <summary>After the session a score that no longer counts changes mean and grade (T-3).</summary>
    private static ImmutableList<SessionEvent> Recused(Session session, AgendaItem item, string reviewer, Tie tie, SessionFacts facts)
    {
        var recused = new ReviewerRecused(facts.ReceivedAt, item.Item.Name, reviewer, tie);
        if (session.State != SessionState.Closed || !item.Sheets.ContainsKey(reviewer))
        {
            return [recused];
        }

        var mean = Scoring.MeanOf(item.Without(reviewer, tie), facts.Round.Rules.Review);
        return [recused, new ItemRegraded(facts.ReceivedAt, item.Item.Name, mean, facts.Round.Rules.Review.GradeOf(mean))];
    }

    private static readonly Decision<SessionEvent> Nothing = new([], null);
}
