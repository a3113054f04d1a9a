using System.Text.Json;
using FsCheck.Xunit;

namespace SmeOrleans.Domain.Tests.Histories;

/// <summary>J-1 … J-5 and U-4 over random joint meetings.</summary>
[Properties(Arbitrary = [typeof(CaseStep)])]
public sealed class MeetingHistories
{
    [Histories(2_000)]
    public void Then_no_line_ever_holds_more_than_it_has_and_no_dollar_is_lost(CaseStep[] steps)
    {
        var world = new MeetingWorld(steps);
        world.Run((_, _, _, meeting) =>
        {
            if (!meeting.Outcomes.IsEmpty)
            {
                foreach (var line in meeting.Lines)
                {
                    var outcomes = meeting.Entries.Values.Where(entry => entry.Line == line.Code).Select(entry => meeting.Outcomes[entry.Item]).ToList();
                    var approved = Sum(outcomes, EntryDecision.Approved);
                    var offered = Sum(outcomes, EntryDecision.Offered);
                    var spent = outcomes.Sum(outcome => outcome.Spent.Values.Sum(paid => paid.Amount));
                    Assert.True(approved + offered + spent <= line.Amount.Amount, $"line {line.Code} of {line.Amount}: approved {approved}, offered {offered}, spent {spent}");
                    Assert.Equal(line.Amount.Amount, approved + offered + spent + meeting.LeftOf(line).Amount);
                }
            }

            Assert.Equal(world.Money, meeting.Lines.Sum(line => line.Amount.Amount));
        });
    }

    [Histories(2_000)]
    public void Then_nobody_on_reserve_is_jumped_and_nobody_whom_the_money_carries_is_left_waiting(CaseStep[] steps)
    {
        var world = new MeetingWorld(steps);
        world.Run((before, _, decision, meeting) =>
        {
            if (before.Phase != MeetingPhase.Published || meeting.ReserveClosed)
            {
                return;
            }

            var called = decision.Events.OfType<ReserveCalled>().Select(happened => happened.Outcome.Item).ToHashSet();
            foreach (var line in meeting.Lines)
            {
                if (!decision.Events.Exists(happened => IsFreed(before, happened, line)))
                {
                    Assert.DoesNotContain(called, item => meeting.Entries[item].Line == line.Code);
                    continue;
                }

                var places = Limit(meeting, line) - Held(meeting, line) + called.Count(item => meeting.Entries[item].Line == line.Code);
                // Going down the order, money and room in the unit are what they were for whoever stands there.
                var left = meeting.LeftOf(line) + new Ntd(called.Where(item => meeting.Entries[item].Line == line.Code).Sum(item => meeting.Outcomes[item].Government.Amount));
                foreach (var entry in Reserve(world, meeting, line, called))
                {
                    var carried = meeting.Outcomes[entry.Item].Government <= left;
                    Assert.True(
                        called.Contains(entry.Item) ? carried && places > 0 : !carried || places <= 0 || IsFull(world, meeting, entry),
                        $"{entry.Item}: left {left}, places {places}, needs {meeting.Outcomes[entry.Item].Government}");
                    places -= called.Contains(entry.Item) ? 1 : 0;
                    left -= called.Contains(entry.Item) ? meeting.Outcomes[entry.Item].Government : Ntd.Zero;
                }
            }
        });
    }

    [Histories(1_500)]
    public void Then_no_unit_ever_has_more_places_than_its_cap(CaseStep[] steps)
    {
        var world = new MeetingWorld(steps);
        world.Run((_, _, _, meeting) =>
        {
            if (world.Rules.UnitRunningCap > 0 && !meeting.Outcomes.IsEmpty)
            {
                Assert.All(meeting.Entries.Values.GroupBy(entry => entry.Unit), same => Assert.True(Places(meeting, same.Key) <= world.Rules.UnitRunningCap));
            }
        });
    }

    [Histories(1_500)]
    public void Then_who_is_not_recommended_is_never_approved_and_what_is_decided_is_kept(CaseStep[] steps) => new MeetingWorld(steps).Run((before, _, _, after) =>
    {
        Assert.All(after.Outcomes.Values, outcome => Assert.True(
            after.Entries[outcome.Item].IsRecommended || outcome.Decision is EntryDecision.Declined or EntryDecision.Released));
        if (before.Phase == MeetingPhase.Published)
        {
            Assert.Equal(MeetingPhase.Published, after.Phase);
            Assert.Same(before.Minutes, after.Minutes);
            Assert.All(before.Outcomes.Values, outcome => Assert.True(Follows(outcome.Decision, after.Outcomes[outcome.Item].Decision),
                $"{outcome.Item}: {outcome.Decision} → {after.Outcomes[outcome.Item].Decision}"));
            Assert.All(before.Outcomes.Values, outcome => Assert.Equal((outcome.Rank, outcome.ReserveOrder), (after.Outcomes[outcome.Item].Rank, after.Outcomes[outcome.Item].ReserveOrder)));
        }
    });

    [Histories(1_500)]
    public void When_an_offer_expires_Then_it_lapses_and_not_before(CaseStep[] steps)
    {
        var world = new MeetingWorld(steps);
        world.Run((before, command, decision, after) =>
        {
            var now = world.Chamber.Facts.ReceivedAt;
            foreach (var offered in before.Outcomes.Values.Where(outcome => outcome.Decision == EntryDecision.Offered))
            {
                var late = now > offered.OfferExpiresAt;
                var became = after.Outcomes[offered.Item].Decision;
                Assert.True(command is not LapseOffers || became == (late ? EntryDecision.Declined : EntryDecision.Offered));
                Assert.True(command is not AnswerOffer || !late || became == EntryDecision.Offered);
            }

            Assert.All(decision.Events.OfType<ReserveCalled>(), called => Assert.True(called.Outcome.OfferExpiresAt > now));
        });
    }

    [Histories(1_500)]
    public void Then_a_copy_never_touches_the_main_scenario_before_it_is_adopted(CaseStep[] steps) => new MeetingWorld(steps).Run((before, command, _, after) =>
    {
        var touched = before.Scenarios.Keys.Union(after.Scenarios.Keys)
            .Where(name => !ReferenceEquals(before.Scenarios.GetValueOrDefault(name), after.Scenarios.GetValueOrDefault(name)));
        Assert.All(touched, name => Assert.Equal(name, command switch
        {
            MakeChange c => c.Scenario,
            UndoChange c => c.Scenario,
            CopyScenario c => c.To,
            AdoptScenario => Chamber.Main,
            _ => "nothing",
        }));
        Assert.False(command is CopyScenario { To: Chamber.Main } && touched.Any());
    });

    [Histories(1_500)]
    public void When_it_is_frozen_Then_the_list_can_be_computed_again_from_the_minutes_alone(CaseStep[] steps) => new MeetingWorld(steps).Run((_, _, decision, _) =>
        Assert.All(decision.Events.OfType<MeetingFrozen>(), frozen =>
        {
            Assert.Equal(frozen.Minutes.Text, MinutesText.Recompute(frozen.Minutes.Text));
            Assert.All(frozen.Outcomes, outcome => Assert.Contains($"\n{outcome.Item}\t{outcome.Rank}\t{outcome.Decision}\t{outcome.ReserveOrder}\t", frozen.Minutes.Text));
        }));

    [Histories(1_500)]
    public void Then_the_order_in_which_entries_come_changes_nothing(CaseStep[] steps, int turn)
    {
        var world = new MeetingWorld(steps);
        world.Run((_, _, _, _) => { });
        var changes = world.Meeting.Scenarios[Chamber.Main];
        ImmutableList<Entry> shuffled = [.. world.Entries.OrderBy(entry => entry.Item.Aggregate(turn, (hash, letter) => unchecked(hash * 31 + letter)))];
        var (one, other) = (MeetingOutcome.Of(world.Entries, world.Lines, changes, world.Rules), MeetingOutcome.Of(shuffled, world.Lines, changes, world.Rules));
        Assert.Equal(one.Refusal?.Code, other.Refusal?.Code);
        if (one.Outcome is { } outcome)
        {
            Assert.Equal(JsonSerializer.Serialize(outcome), JsonSerializer.Serialize(other.Outcome));
            Assert.Equal(
                MinutesText.Write("m", world.Entries, world.Lines, changes, outcome, world.Rules),
                MinutesText.Write("m", shuffled, world.Lines, changes, other.Outcome!, world.Rules));
        }
    }

    [Histories(1_500)]
    public void When_nothing_was_changed_Then_each_line_is_approved_from_the_top_until_the_money_does_not_carry_the_next(CaseStep[] steps)
    {
        var world = new MeetingWorld(steps);
        var rules = world.Rules with { UnitRunningCap = 0 };
        var outcome = MeetingOutcome.Of(world.Entries, world.Lines, [], rules).Outcome!;
        foreach (var line in world.Lines)
        {
            var left = line.Amount.Amount;
            var carries = true;
            foreach (var entry in world.Entries.Where(entry => entry.Line == line.Code && entry.Grade != Grade.Not)
                .OrderByDescending(entry => entry.Mean).ThenByDescending(entry => entry.FemaleFirst).ThenBy(entry => entry.ReceivedAt).ThenBy(entry => entry.Item, StringComparer.Ordinal))
            {
                var needed = entry.Cases.Sum(one => one.Recommended.Government.Amount);
                carries = carries && needed <= left;
                left -= carries ? needed : 0;
                Assert.Equal(carries ? EntryDecision.Approved : EntryDecision.Reserve, outcome.Outcomes[entry.Item].Decision);
            }
        }
    }

    [Histories(500)]
    public void Then_the_events_alone_give_the_state_again(CaseStep[] steps)
    {
        var kept = new List<(Type Type, string Json)>();
        var last = new MeetingWorld(steps).Run((_, _, decision, _) =>
            kept.AddRange(decision.Events.Select(happened => (happened.GetType(), JsonSerializer.Serialize(happened, happened.GetType())))));
        var again = kept.Aggregate(JointMeeting.Unknown(last.Name),
            (meeting, row) => meeting.Apply((JointMeetingEvent)JsonSerializer.Deserialize(row.Json, row.Type)!));
        Assert.Equal(JsonSerializer.Serialize(last), JsonSerializer.Serialize(again));
    }

    /// <summary>The histories are worth nothing when they do not get to offers that are taken, refused and lapsed.</summary>
    [Fact]
    public void Then_random_histories_meet_every_event_decision_and_answer()
    {
        var (events, decisions, answers) = (new HashSet<string>(), new HashSet<EntryDecision> { EntryDecision.None }, new HashSet<OfferAnswer> { OfferAnswer.Unspecified });
        foreach (var history in Sampled.Of(100, 500))
        {
            new MeetingWorld(history).Run((_, _, decision, after) =>
            {
                events.UnionWith(decision.Events.Select(happened => happened.GetType().Name));
                answers.UnionWith(decision.Events.OfType<OfferAnswered>().Select(happened => happened.Answer));
                decisions.UnionWith(after.Outcomes.Values.Select(outcome => outcome.Decision));
            });
        }

        Assert.Equal(
            typeof(JointMeetingEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(JointMeetingEvent))).Select(type => type.Name).Order(StringComparer.Ordinal),
            events.Order(StringComparer.Ordinal));
        Assert.Equal(Enum.GetValues<EntryDecision>(), decisions.Order());
        Assert.Equal(Enum.GetValues<OfferAnswer>(), answers.Order());
    }

    private static bool IsFreed(JointMeeting before, JointMeetingEvent happened, BudgetLine line) => happened switch
    {
        PlaceReleased e => before.Entries[e.Outcome.Item].Line == line.Code && e.Outcome.Taken < before.Outcomes[e.Outcome.Item].Taken,
        OfferAnswered { Answer: OfferAnswer.Refused or OfferAnswer.Lapsed } e => before.Entries[e.Outcome.Item].Line == line.Code,
        _ => false,
    };

    private static long Limit(JointMeeting meeting, BudgetLine line) => meeting.Scenarios["main"]
        .FindLast(change => change.Kind == MeetingChangeKind.LimitCount && change.FromLine == line.Code)?.Amount.Amount ?? long.MaxValue / 2;

    private static int Held(JointMeeting meeting, BudgetLine line) => meeting.Entries.Values
        .Count(entry => entry.Line == line.Code && meeting.Outcomes[entry.Item].Decision is EntryDecision.Approved or EntryDecision.Offered);

    private static IEnumerable<Entry> Reserve(MeetingWorld world, JointMeeting meeting, BudgetLine line, HashSet<string> called) => meeting.Entries.Values
        .Where(entry => entry.Line == line.Code && (called.Contains(entry.Item) || meeting.Outcomes[entry.Item].Decision == EntryDecision.Reserve))
        .Order(new Ranking(world.Rules.Review));

    private static bool IsFull(MeetingWorld world, JointMeeting meeting, Entry entry) => world.Rules.UnitRunningCap > 0
        && Places(meeting, entry.Unit) + meeting.Outcomes[entry.Item].Amounts.Count > world.Rules.UnitRunningCap;

    private static int Places(JointMeeting meeting, string unit) => meeting.Entries.Values.Where(entry => entry.Unit == unit)
        .Select(entry => meeting.Outcomes[entry.Item])
        .Where(outcome => outcome.Decision is EntryDecision.Approved or EntryDecision.Offered).Sum(outcome => outcome.Amounts.Count);

    private static bool Follows(EntryDecision before, EntryDecision after) => before == after || (before, after) switch
    {
        (EntryDecision.Approved, EntryDecision.Released) => true,
        (EntryDecision.Reserve, EntryDecision.Offered or EntryDecision.Declined or EntryDecision.Released) => true,
        (EntryDecision.Offered, EntryDecision.Approved or EntryDecision.Declined or EntryDecision.Released) => true,
        _ => false,
    };

    private static long Sum(IEnumerable<EntryOutcome> outcomes, EntryDecision decision) =>
        outcomes.Where(outcome => outcome.Decision == decision).Sum(outcome => outcome.Amounts.Sum(one => one.Budget.Government.Amount));
}
