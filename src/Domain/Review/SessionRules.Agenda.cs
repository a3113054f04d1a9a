namespace SmeOrleans.Domain.Review;

// What comes on and off the agenda, and who is recused.
public static partial class SessionRules
{
    private static Decision<SessionEvent> Add(Session session, AddToAgenda command, SessionFacts facts)
    {
        var events = ImmutableList.CreateBuilder<SessionEvent>();
        var place = session.Agenda.Values.Select(item => item.Place).DefaultIfEmpty().Max();
        foreach (var (name, index) in command.Items.Select((name, index) => (name, index)).Where(pair => !session.Agenda.ContainsKey(pair.name)))
        {
            if (facts.Busy.GetValueOrDefault(name) is { } elsewhere)
            {
                return Rejection.Because(Reasons.SessionBusy, ("session", elsewhere), ("item", name));
            }

            if (facts.Items.GetValueOrDefault(name) is not { } item || item.Group != session.Group)
            {
                return Rejection.OfFields(new FieldViolation(
                    $"items[{index}]", "must be a qualified case, or a common project with qualified cases, of the panel's group"));
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
        : new([.. Recused(session, item, command.Reviewer, new(item.Item.Name, command.Source, command.Note, facts.ReceivedAt), facts)], null);

    private static Decision<SessionEvent> Recusals(Session session, string reviewer, SessionFacts facts)
    {
        if (facts.Reviewers.GetValueOrDefault(reviewer) is not { } known || !session.Members.Contains(reviewer))
        {
            return Nothing;
        }

        var conflicts = session.Agenda.Values
            .Where(item => !item.Recused.ContainsKey(reviewer))
            .Select(item => (Item: item, Tie: Conflicts.Between(known, item.Item)))
            .Where(pair => pair.Tie is not null);
        return new([.. conflicts.SelectMany(pair => Recused(session, pair.Item, reviewer, pair.Tie!, facts))], null);
    }

    /// <summary>After the session a score that no longer counts changes mean and grade (T-3).</summary>
    private static IEnumerable<SessionEvent> Recused(Session session, AgendaItem item, string reviewer, Tie tie, SessionFacts facts)
    {
        yield return new ReviewerRecused(facts.ReceivedAt, item.Item.Name, reviewer, tie);
        if (session.State == SessionState.Closed && item.Sheets.ContainsKey(reviewer))
        {
            var mean = Scoring.MeanOf(item.Without(reviewer, tie), facts.Round.Rules.Review);
            yield return new ItemRegraded(facts.ReceivedAt, item.Item.Name, mean, facts.Round.Rules.Review.GradeOf(mean));
        }
    }

    private static readonly Decision<SessionEvent> Nothing = new([], null);
}
