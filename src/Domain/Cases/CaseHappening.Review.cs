namespace SmeOrleans.Domain.Cases;

// What a case takes over from its session and from the joint meeting.
internal static partial class CaseHappening
{
    private static CaseEvent OfReview(CaseMove move, Case subject, CaseFacts facts)
    {
        var at = facts.ReceivedAt;
        return (move.From, move.To) switch
        {
            (CaseState.Qualified, CaseState.InReview) => new ReviewScheduled(at, Review(subject, facts.Session!)),
            (_, CaseState.Qualified) => new ReviewUnscheduled(at, facts.Session!.Name),
            (_, CaseState.Graded) when move.Command == typeof(FollowSession) => new CaseGraded(at, Review(subject, facts.Session!)),
            (_, CaseState.Recommended) when move.Command == typeof(FollowMeeting) => new CaseRecommended(at, Award(subject, facts)),
            (_, CaseState.NotRecommended) when move.Command == typeof(FollowMeeting) => new CaseNotRecommended(at),
            (_, CaseState.Approved) when move.Command == typeof(FollowMeeting) => Approval(subject, facts),
            (_, CaseState.Reserve) when move.Command == typeof(FollowMeeting) => new CaseReserved(at, Award(subject, facts)),
            (_, CaseState.Offered) when move.Command == typeof(FollowMeeting) => new PlaceOffered(at, Award(subject, facts)),
            (_, CaseState.Declined) when move.Command == typeof(FollowMeeting) => new CaseDeclined(at, facts.QuotaRefusal?.Code ?? ""),
            _ => new ReviewersChanged(at, Review(subject, facts.Session!)),
        };
    }

    private static CaseReview Review(Case subject, Session session)
    {
        var item = session.ItemOf(subject.Name)!;
        return new(session.Name, session.Chair, item.Lead, item.Delegate, item.Reviewers,
            item.Recused.Keys.ToImmutableSortedSet(StringComparer.Ordinal), item.Mean, item.Grade, item.Opinion);
    }

    private static CaseApproved Approval(Case subject, CaseFacts facts)
    {
        var planDue = StatutoryClock.Derive(facts.Round.Rules.Deadlines.PlanRevision, facts.ReceivedAt, facts.Round.Rules.Deadlines.Suspensions, []);
        var award = Award(subject, facts) with
        {
            OfferExpiresAt = null, OfferDerivation = null, PlanDueAt = planDue.ExpiresAt, PlanDueDerivation = planDue.Derivation,
        };
        return new(facts.ReceivedAt, award, new(1, LedgerKind.Committed, award.Budget.Government, Ntd.Zero, award.Line, [], facts.ReceivedAt));
    }

    private static Award Award(Case subject, CaseFacts facts)
    {
        var meeting = facts.Meeting!;
        var entry = meeting.EntryOf(subject.Name)!;
        var outcome = meeting.PublishedOutcomeOf(subject.Name);
        var budget = (outcome?.Amounts ?? entry.Recommended).Find(one => one.Case == subject.Name)!.Budget;
        return new(entry.Line, outcome?.Rank ?? 0, outcome?.ReserveOrder ?? 0, budget, facts.ReceivedAt, outcome?.OfferExpiresAt, PlanDueAt: null,
            outcome?.OfferDerivation);
    }
}
