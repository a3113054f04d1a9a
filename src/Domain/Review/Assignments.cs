namespace SmeOrleans.Domain.Review;

/// <summary>Assignment by load: conflicts are hard constraints, the least loaded come first, names settle ties (T-1, T-3).</summary>
internal static class Assignments
{
    public static Decision<SessionEvent> ByLoad(Session session, int perItem, SessionFacts facts)
    {
        var load = session.Members.ToDictionary(member => member, member => session.Agenda.Values.Count(item => item.Reviewers.Contains(member)));
        var leads = session.Members.ToDictionary(member => member, member => session.Agenda.Values.Count(item => item.Lead == member));
        var events = ImmutableList.CreateBuilder<SessionEvent>();
        foreach (var item in session.Agenda.Values.OrderBy(item => item.Place))
        {
            var free = session.Members.Except(item.Reviewers).Where(member => !SessionRules.IsConflicted(item, member, facts));
            var chosen = free.OrderBy(member => load[member]).ThenBy(member => member, StringComparer.Ordinal).Take(perItem - item.Reviewers.Count).ToList();
            var reviewers = item.Reviewers.Union(chosen);
            if (reviewers.Count < facts.Round.Rules.Review.SheetsMin)
            {
                return Rejection.Because(Reasons.ReviewersTooFew,
                    ("left", reviewers.Count), ("min", facts.Round.Rules.Review.SheetsMin), ("item", item.Item.Name));
            }

            chosen.ForEach(member => load[member]++);
            var lead = item.Lead.Length > 0 ? item.Lead : reviewers.OrderBy(member => leads[member]).ThenBy(member => member, StringComparer.Ordinal).First();
            leads[lead] += item.Lead.Length > 0 ? 0 : 1;
            if (chosen.Count > 0 || item.Lead != lead)
            {
                events.Add(new ReviewersAssigned(facts.ReceivedAt, item.Item.Name, reviewers, lead));
            }
        }

        return new(events.ToImmutable(), null);
    }
}
