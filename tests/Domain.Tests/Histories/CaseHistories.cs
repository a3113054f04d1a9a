using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace SmeOrleans.Domain.Tests.Histories;

[Properties(Arbitrary = [typeof(CaseStep)], MaxTest = 1000)]
public sealed class CaseHistories
{
    private const ulong Seed = 107;

    [Property]
    public void Then_the_state_moves_only_as_the_table_says(CaseStep[] steps) => Run(steps, (before, step, decision, after) =>
    {
        if (decision.Refusal is not null)
        {
            Assert.Empty(decision.Events);
            Assert.Same(before, after);
            return;
        }

        Assert.Single(decision.Events);
        Assert.Contains(CaseMachine.Moves,
            move => move.Command == step.Command.GetType() && move.From == before.State && move.To == after.State);
    });

    [Property]
    public void Then_the_events_alone_give_the_state_again(CaseStep[] steps)
    {
        var kept = new List<(Type Type, string Json)>();
        var last = Run(steps, (_, _, decision, _) =>
            kept.AddRange(decision.Events.Select(happened => (happened.GetType(), JsonSerializer.Serialize(happened, happened.GetType())))));
        var again = kept.Aggregate(Case.None(Example.CaseName),
            (subject, row) => subject.Apply((CaseEvent)JsonSerializer.Deserialize(row.Json, row.Type)!));
        Assert.Equal(JsonSerializer.Serialize(last), JsonSerializer.Serialize(again));
    }

    [Property]
    public void Then_what_was_submitted_stays_as_it_was(CaseStep[] steps) => Run(steps, (before, _, _, after) =>
    {
        if (before.Receipt is not null)
        {
            Assert.Same(before.Receipt, after.Receipt);
            Assert.Same(before.Application, after.Application);
            Assert.Same(before.Portrait, after.Portrait);
            Assert.All(before.Documents, document => Assert.True(
                after.Documents[document.Key] == document.Value || before.Supplement!.Missing.Contains(document.Key)));
        }
    });

    [Property]
    public void Then_nobody_is_returned_without_a_finding_that_blocks(CaseStep[] steps)
    {
        var last = Run(steps, (_, _, _, _) => { });
        Assert.Equal(last.State is CaseState.Returned, last.ScreeningDecidedAt is not null && last.Findings.Exists(finding => finding.Blocks));
    }

    /// <summary>The histories are worth nothing when they do not get far.</summary>
    [Fact]
    public void Then_random_histories_reach_every_state()
    {
        var reached = new HashSet<CaseState>();
        foreach (var history in CaseStep.Arbitrary().Generator.ArrayOf().Sample(500, new Rnd(Seed), 100))
        {
            Run(history, (_, _, _, after) => reached.Add(after.State));
        }

        reached.Add(CaseState.None);
        Assert.Equal(Enum.GetValues<CaseState>(), reached.Order());
    }

    private static Case Run(CaseStep[] steps, Action<Case, CaseStep, Decision<CaseEvent>, Case> look)
    {
        var (subject, now, version) = (Case.None(Example.CaseName), Example.OpensAt, 0L);
        foreach (var step in steps)
        {
            now += step.Later;
            var decision = CaseMachine.Decide(subject, step.Command, step.Facts(now, version));
            var after = decision.Events.Aggregate(subject, (state, happened) => state.Apply(happened));
            look(subject, step, decision, after);
            version += decision.Events.Count;
            subject = after;
        }

        return subject;
    }
}
