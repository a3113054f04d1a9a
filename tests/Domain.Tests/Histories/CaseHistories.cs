using System.Text.Json;
using FsCheck.Xunit;

namespace SmeOrleans.Domain.Tests.Histories;

[Properties(Arbitrary = [typeof(CaseStep)])]
public sealed class CaseHistories
{
    [Histories(1_500)]
    public void Then_the_state_moves_only_as_the_table_says(CaseStep[] steps) => CaseLife.Any(steps).Run((before, command, decision, after) =>
    {
        if (decision.Refusal is not null)
        {
            Assert.Empty(decision.Events);
            Assert.Same(before, after);
            return;
        }

        Assert.Single(decision.Events);
        Assert.Contains(CaseMachine.Moves,
            move => move.Command == command.GetType() && move.From == before.State && move.To == after.State);
    });

    [Histories(1_000)]
    public void Then_the_events_alone_give_the_state_again(CaseStep[] steps)
    {
        var kept = new List<(Type Type, string Json)>();
        var last = new CaseLife(steps).Run((_, _, decision, _) =>
            kept.AddRange(decision.Events.Select(happened => (happened.GetType(), JsonSerializer.Serialize(happened, happened.GetType())))));
        var again = kept.Aggregate(Case.None(Example.CaseName),
            (subject, row) => subject.Apply((CaseEvent)JsonSerializer.Deserialize(row.Json, row.Type)!));
        Assert.Equal(JsonSerializer.Serialize(last), JsonSerializer.Serialize(again));
    }

    [Histories(1_000)]
    public void Then_what_was_submitted_stays_as_it_was(CaseStep[] steps) => CaseLife.Any(steps).Run((before, _, _, after) =>
    {
        if (before.Receipt is not null)
        {
            Assert.Same(before.Receipt, after.Receipt);
            Assert.Same(before.Application, after.Application);
            Assert.Same(before.Portrait, after.Portrait);
            Assert.All(before.Documents, document => Assert.True(
                after.Documents[document.Key] == document.Value
                || before.Supplement?.Missing.Contains(document.Key) == true
                || (document.Key == DocumentKind.Proposal && after.Execution is not null)));
            Assert.All(before.Documents, document => Assert.NotNull(after.DocumentOf(document.Key, document.Value.Sha256)));
        }
    });

    [Histories(1_000)]
    public void Then_what_was_written_down_stays_and_only_grows(CaseStep[] steps) => CaseLife.Any(steps).Run((before, _, _, after) =>
    {
        if (before.Execution is { } was && after.Execution is { } now)
        {
            Grown(was.Ledger, now.Ledger);
            Grown(was.AccountingReports, now.AccountingReports);
            Grown(was.Judgements, now.Judgements);
            Assert.All(was.Plans.Where(plan => plan.Decision != PlanDecision.Pending), plan => Assert.Equal(plan, now.Plans[plan.Number - 1]));
            Assert.Equal(was.Contract ?? now.Contract, now.Contract);
            Assert.Equal(was.Acceptance ?? now.Acceptance, now.Acceptance);
        }
    });

    [Histories(1_000)]
    public void Then_nobody_is_returned_without_a_finding_that_blocks(CaseStep[] steps)
    {
        var last = new CaseLife(steps).Run();
        Assert.Equal(last.State is CaseState.Returned, last.ScreeningDecidedAt is not null && last.Findings.Exists(finding => finding.Blocks));
    }

    [Histories(1_000)]
    public void Then_nobody_who_is_recused_reviews_leads_or_stands_in(CaseStep[] steps) => CaseLife.Any(steps).Run((_, _, _, after) =>
    {
        if (after.Review is { } review)
        {
            Assert.Empty(review.Recused.Intersect(review.Reviewers.Add(review.Lead).Add(review.Delegate)));
        }
    });

    /// <summary>Moves that need several rare things at once, e.g. a late conflict in a case given up; the table's own test takes them all.</summary>
    private const int RareMoves = 8;

    /// <summary>The histories are worth nothing when they do not get far.</summary>
    [Fact]
    public void Then_random_histories_reach_every_state_and_take_every_move()
    {
        var (reached, taken) = (new HashSet<CaseState> { CaseState.None }, new HashSet<(string, CaseState, CaseState)>());
        foreach (var life in Sampled.Of(150, 1_000).SelectMany(history => new[] { new CaseLife(history), CaseLife.Later(history) }))
        {
            life.Run((before, command, decision, after) =>
            {
                reached.Add(after.State);
                if (decision.Refusal is null)
                {
                    taken.Add((command.GetType().Name, before.State, after.State));
                }
            });
        }

        Assert.Empty(Enum.GetValues<CaseState>().Except(reached));
        var never = CaseMachine.Moves.Select(move => (move.Command.Name, move.From, move.To)).Distinct().Except(taken).ToList();
        Assert.True(never.Count <= RareMoves, $"never taken: {string.Join(", ", never)}");
    }

    private static void Grown<T>(ImmutableList<T> was, ImmutableList<T> now) => Assert.Equal(was, now.Take(was.Count));
}
