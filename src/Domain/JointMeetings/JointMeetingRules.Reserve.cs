namespace SmeOrleans.Domain.JointMeetings;

// The reserve that moves by itself (J-4, J-5).
public static partial class JointMeetingRules
{
    private static Decision<JointMeetingEvent> Release(JointMeeting meeting, ReleasePlace command, JointMeetingFacts facts)
    {
        if (meeting.EntryOf(command.Case) is not { } entry)
        {
            return Nothing;
        }

        return meeting.Phase == MeetingPhase.Open ? Leave(entry, command, facts) : ReleaseDecided(meeting, entry, command, facts);
    }

    // Nothing is decided yet. An entry of several cases stays until the office takes the change over.
    private static Decision<JointMeetingEvent> Leave(Entry entry, ReleasePlace command, JointMeetingFacts facts) =>
        entry.Cases.Count == 1 ? new EntryLeft(facts.ReceivedAt, entry.Item, command.Case) : Nothing;

    private static Decision<JointMeetingEvent> ReleaseDecided(JointMeeting meeting, Entry entry, ReleasePlace command, JointMeetingFacts facts)
    {
        var before = meeting.Outcomes[entry.Item];
        var after = Without(before, command.Case, facts.Leaving?.Execution?.Paid ?? Ntd.Zero);
        if (after == before)
        {
            return Nothing;
        }

        var released = new PlaceReleased(facts.ReceivedAt, command.Case, after);
        var frees = meeting.Phase == MeetingPhase.Published && after.Taken < before.Taken;
        return new([released, .. CallReserve(meeting.Apply(released), frees ? [entry.Line] : [], facts)], null);
    }

    // What was paid and has not come back is spent: it is not free for others (J-5).
    private static EntryOutcome Without(EntryOutcome outcome, string caseName, Ntd paid)
    {
        var stays = outcome.Amounts.RemoveAll(one => one.Case == caseName);
        var spent = paid > Ntd.Zero ? outcome.Spent.SetItem(caseName, paid) : outcome.Spent.Remove(caseName);
        var same = stays.Count == outcome.Amounts.Count && outcome.Spent.GetValueOrDefault(caseName) == paid;
        return same ? outcome : outcome with
        {
            Amounts = stays,
            Spent = spent,
            Decision = stays.IsEmpty && outcome.Decision != EntryDecision.Declined ? EntryDecision.Released : outcome.Decision,
            OfferExpiresAt = stays.IsEmpty ? null : outcome.OfferExpiresAt,
        };
    }

    private static Decision<JointMeetingEvent> Reply(JointMeeting meeting, AnswerOffer command, JointMeetingFacts facts) =>
        meeting.EntryOf(command.Item) is { } entry && meeting.Outcomes[entry.Item] is { Decision: EntryDecision.Offered } offered
            ? facts.ReceivedAt > offered.OfferExpiresAt
                ? Rejection.Because(Reasons.OfferLate, ("expire_time", offered.OfferExpiresAt!.Value), ("receive_time", facts.ReceivedAt))
                : Answered(meeting, offered, command.Accept ? OfferAnswer.Accepted : OfferAnswer.Refused, facts)
            : Rejection.Because(Reasons.OfferNone);

    private static Decision<JointMeetingEvent> Answered(JointMeeting meeting, EntryOutcome offered, OfferAnswer answer, JointMeetingFacts facts)
    {
        var decision = answer == OfferAnswer.Accepted ? EntryDecision.Approved : EntryDecision.Declined;
        var answered = new OfferAnswered(facts.ReceivedAt, answer, offered with { Decision = decision, OfferExpiresAt = null });
        ImmutableHashSet<string> freed = answer == OfferAnswer.Accepted ? [] : [meeting.Entries[offered.Item].Line];
        return new([answered, .. CallReserve(meeting.Apply(answered), freed, facts)], null);
    }

    private static Decision<JointMeetingEvent> Lapse(JointMeeting meeting, JointMeetingFacts facts)
    {
        var events = ImmutableList<JointMeetingEvent>.Empty;
        var lapsed = meeting.Outcomes.Values.Where(outcome => outcome.Decision == EntryDecision.Offered && facts.ReceivedAt > outcome.OfferExpiresAt);
        foreach (var offered in lapsed)
        {
            events = events.Add(new OfferAnswered(facts.ReceivedAt, OfferAnswer.Lapsed, offered with { Decision = EntryDecision.Declined, OfferExpiresAt = null }));
        }

        var after = events.Aggregate(meeting, (state, happened) => state.Apply(happened));
        var freed = events.OfType<OfferAnswered>().Select(answered => meeting.Entries[answered.Outcome.Item].Line);
        return events.IsEmpty ? Nothing : new(events.AddRange(CallReserve(after, [.. freed], facts)), null);
    }

    private static Decision<JointMeetingEvent> EndReserve(JointMeeting meeting, JointMeetingFacts facts) => meeting.ReserveClosed
        ? Nothing
        : new ReserveEnded(facts.ReceivedAt,
            [.. meeting.Outcomes.Values.Where(outcome => outcome.Decision == EntryDecision.Reserve).Select(outcome => outcome with { Decision = EntryDecision.Declined })]);

    /// <summary>
    /// J-4: on a line of which money was freed the first of the reserve whom the money left carries is offered a place, then
    /// the next, until it carries none or the meeting's own limit is reached (J-3). Whom it does not carry, or whose unit is
    /// full, keeps the place in the order.
    /// </summary>
    private static ImmutableList<JointMeetingEvent> CallReserve(JointMeeting meeting, ImmutableHashSet<string> freed, JointMeetingFacts facts)
    {
        if (meeting.ReserveClosed)
        {
            return [];
        }

        var rules = facts.Round.Rules;
        var deadline = StatutoryClock.Derive(rules.Deadlines.ReserveReply, facts.ReceivedAt, rules.Deadlines.Suspensions, []);
        var events = ImmutableList.CreateBuilder<JointMeetingEvent>();
        var running = Running(meeting);
        foreach (var line in meeting.Lines.Where(line => freed.Contains(line.Code)))
        {
            var (left, places) = (meeting.LeftOf(line), PlacesLeft(meeting, line));
            foreach (var entry in new Ranking(rules.Review).OfLine(meeting.Entries.Values, line.Code))
            {
                var (next, unit) = (meeting.Outcomes[entry.Item], entry.Unit);
                // U-4: a unit that is full is passed over and keeps its place in the order.
                if (next.Decision == EntryDecision.Reserve && next.Government <= left && places > 0
                    && !UnitCaps.Exceeded(rules.UnitRunningCap, running.GetValueOrDefault(unit), next.Amounts.Count))
                {
                    places--;
                    left -= next.Government;
                    running[unit] = running.GetValueOrDefault(unit) + next.Amounts.Count;
                    events.Add(new ReserveCalled(facts.ReceivedAt, next with
                    {
                        Decision = EntryDecision.Offered, OfferExpiresAt = deadline.ExpiresAt, OfferDerivation = deadline.Derivation,
                    }));
                }
            }
        }

        return events.ToImmutable();
    }

    private static long PlacesLeft(JointMeeting meeting, BudgetLine line) =>
        MeetingOutcome.PlacesOf(line, meeting.Scenarios[JointMeeting.MainScenario])
            - meeting.Outcomes.Values.Count(outcome => outcome.Decision is EntryDecision.Approved or EntryDecision.Offered && meeting.Entries[outcome.Item].Line == line.Code);

    /// <summary>Cases that each unit has approved or on offer (U-4).</summary>
    private static Dictionary<string, int> Running(JointMeeting meeting) => meeting.Outcomes.Values
        .Where(outcome => outcome.Decision is EntryDecision.Approved or EntryDecision.Offered)
        .GroupBy(outcome => meeting.Entries[outcome.Item].Unit)
        .ToDictionary(unit => unit.Key, unit => unit.Sum(outcome => outcome.Amounts.Count));
}
