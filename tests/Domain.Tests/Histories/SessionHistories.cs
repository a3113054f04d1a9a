using System.Numerics;
using System.Text.Json;
using FsCheck;
using FsCheck.Xunit;

namespace SmeOrleans.Domain.Tests.Histories;

/// <summary>T-3 … T-6 over random sessions.</summary>
[Properties(Arbitrary = [typeof(CaseStep)])]
public sealed class SessionHistories
{
    [Histories(2_000)]
    public void Then_who_is_recused_neither_reviews_leads_stands_in_nor_counts(CaseStep[] steps) => new SessionWorld(steps).Run((_, _, _, session) =>
        Assert.All(session.Agenda.Values, item => Assert.Empty(
            item.Recused.Keys.Intersect([.. item.Reviewers, item.Lead, item.Delegate, .. item.Sheets.Keys]))));

    [Histories(2_000)]
    public void Then_whoever_sits_in_the_panel_and_has_a_tie_is_recused(CaseStep[] steps)
    {
        var world = new SessionWorld(steps);
        world.Run((_, _, _, session) => Assert.All(session.Agenda.Values, item => Assert.All(
            session.Members.Where(member => world.IsTied(member, item.Item)), member => Assert.Contains(member, item.Recused.Keys))));
    }

    [Histories(2_000)]
    public void When_the_session_is_closed_Then_scores_are_frozen_but_for_a_late_conflict(CaseStep[] steps) => new SessionWorld(steps).Run((before, command, decision, after) =>
    {
        if (before.State != SessionState.Closed)
        {
            return;
        }

        Assert.Equal(SessionState.Closed, after.State);
        foreach (var (name, item) in before.Agenda)
        {
            if (decision.Events.OfType<ItemRemoved>().Any(removed => removed.Item == name))
            {
                Assert.True(item.Sheets.Count < SessionWorld.Round.Rules.Review.SheetsMin, $"{name} left a closed session with {item.Sheets.Count} sheets");
                continue;
            }

            var gone = decision.Events.OfType<ReviewerRecused>().Where(recused => recused.Item == name).Select(recused => recused.Reviewer);
            Assert.Equal(item.Sheets.RemoveRange(gone), after.Agenda[name].Sheets);
            Assert.Equal(item.Opinion, after.Agenda[name].Opinion);
        }

        Assert.All(decision.Events, happened => Assert.True(
            happened is ItemRemoved or ReviewerRecused or ItemRegraded or DelegateNamed or LeadNamed or PanelFollowed, $"{command} led to {happened}"));
    });

    [Histories(2_000)]
    public void When_the_session_is_closed_Then_mean_and_grade_are_those_of_the_sheets_that_count(CaseStep[] steps) => new SessionWorld(steps).Run((_, _, _, session) =>
    {
        foreach (var item in session.State == SessionState.Closed ? session.Agenda.Values : [])
        {
            var (numerator, denominator) = MeanOf(item);
            Assert.Equal(denominator == 0 ? MeanScore.None.Sheets : item.Sheets.Count, item.Mean.Sheets);
            var rules = SessionWorld.Round.Rules.Review;
            Assert.Equal(
                denominator == 0 ? Grade.Unspecified
                    : numerator >= rules.StrongMin * denominator ? Grade.Strong
                    : numerator >= rules.PriorityMin * denominator ? Grade.Priority
                    : numerator >= rules.ListedMin * denominator ? Grade.Listed
                    : Grade.Not,
                item.Grade);
            Assert.Equal(numerator * 100 * Math.Max(1, item.Mean.Sheets), (item.Mean.WeightedSum + (BigInteger)item.Mean.CreditHundredths * item.Mean.Sheets) * BigInteger.Max(1, denominator));
        }
    });

    [Histories(500)]
    public void Then_the_events_alone_give_the_state_again(CaseStep[] steps)
    {
        var kept = new List<(Type Type, string Json)>();
        var last = new SessionWorld(steps).Run((_, _, decision, _) =>
            kept.AddRange(decision.Events.Select(happened => (happened.GetType(), JsonSerializer.Serialize(happened, happened.GetType())))));
        var again = kept.Aggregate(Session.Unknown(Example.SessionName),
            (session, row) => session.Apply((SessionEvent)JsonSerializer.Deserialize(row.Json, row.Type)!));
        Assert.Equal(JsonSerializer.Serialize(last), JsonSerializer.Serialize(again));
    }

    /// <summary>The histories are worth nothing when no session closes, and no conflict comes late.</summary>
    [Fact]
    public void Then_random_histories_close_sessions_and_recuse_after_it()
    {
        var (events, grades) = (new HashSet<string>(), new HashSet<Grade>());
        foreach (var history in Sampled.Of(120, 300))
        {
            var last = new SessionWorld(history).Run((_, _, decision, _) => events.UnionWith(decision.Events.Select(happened => happened.GetType().Name)));
            grades.UnionWith(last.Agenda.Values.Select(item => item.Grade));
        }

        Assert.Equal(
            typeof(SessionEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(SessionEvent))).Select(type => type.Name)
                .Except([nameof(CaseTakenOff)]).Order(StringComparer.Ordinal),
            events.Order(StringComparer.Ordinal));
        Assert.Superset(new HashSet<Grade> { Grade.Priority, Grade.Listed, Grade.Not }, grades);
    }

    /// <summary>Points as an exact fraction, added up from the sheets in their words.</summary>
    private static (BigInteger Numerator, BigInteger Denominator) MeanOf(AgendaItem item)
    {
        var rules = SessionWorld.Round.Rules.Review;
        BigInteger sheets = item.Sheets.Count;
        var credit = (item.Item.FivePlusTwo ? rules.FivePlusTwoHundredths : 0) + (item.Item.DesignAwardPledge ? rules.DesignAwardHundredths : 0);
        var weighted = rules.Criteria.Aggregate(BigInteger.Zero, (sum, criterion) =>
            sum + item.Sheets.Values.Aggregate(BigInteger.Zero, (points, sheet) => points + sheet.Points[criterion.Code]) * criterion.WeightPercent);
        return (weighted + credit * sheets, sheets * 100);
    }
}
