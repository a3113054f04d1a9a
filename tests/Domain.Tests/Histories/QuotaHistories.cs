using FsCheck.Xunit;

namespace SmeOrleans.Domain.Tests.Histories;

/// <summary>
/// Q-1 … Q-5 over whole lives: a company with cases in several rounds and years. Its entries must always be what its cases
/// come to, and no case is approved, or refused, but as a count over the cases says.
/// </summary>
[Properties(Arbitrary = [typeof(CaseStep)])]
public sealed class QuotaHistories
{
    [Histories(1_500)]
    public void Then_the_companys_entries_are_what_its_cases_come_to(CaseStep[] steps) => new QuotaWorld(steps).Run(world =>
    {
        var expected = world.Cases.Values.Where(subject => subject.Receipt is not null).Select(subject =>
        {
            var round = QuotaWorld.RoundOf(subject.Name);
            var stage = !subject.Stands ? QuotaStage.Released : subject.Execution is null ? QuotaStage.Applied : QuotaStage.Accepted;
            return new QuotaEntry(subject.Name, round.Name, round.RocYear, subject.Receipt!.ReceivedAt, !round.Rules.Quotas.NotCounted, stage);
        });
        Assert.Equal(expected.OrderBy(entry => entry.Case, StringComparer.Ordinal), world.Company.Entries.Values);
    });

    [Histories(1_500)]
    public void Then_a_case_is_approved_exactly_when_a_count_over_the_cases_leaves_room(CaseStep[] steps)
    {
        var world = new QuotaWorld(steps);
        world.Asked += (subject, refusal) =>
        {
            var round = QuotaWorld.RoundOf(subject);
            var (year, three) = (world.Accepted(subject, round.RocYear, round.RocYear), world.Accepted(subject, round.RocYear - 2, round.RocYear));
            var expected = round.Rules.Quotas.NotCounted ? null
                : year >= 1 && !world.IsExempt ? Reasons.QuotaYear.Code
                : three >= 2 ? Reasons.QuotaThreeYears.Code
                : null;
            Assert.Equal((subject, expected), (subject, refusal?.Code));
        };
        world.Run(_ => { });
    }

    [Histories(1_500)]
    public void Then_one_application_of_a_round_at_most_gets_past_screening(CaseStep[] steps) => new QuotaWorld(steps).Run(world => Assert.All(
        world.Cases.Values.Where(subject => subject.Stands && subject.State >= CaseState.Qualified && !QuotaWorld.RoundOf(subject.Name).Rules.Quotas.NotCounted)
            .CountBy(subject => subject.Round),
        round => Assert.Equal(1, round.Value)));

    /// <summary>The histories are worth nothing when quotas never bind.</summary>
    [Fact]
    public void Then_random_histories_meet_every_quota_and_every_stage()
    {
        var (refused, stages) = (new HashSet<string>(), new HashSet<QuotaStage>());
        foreach (var history in Sampled.Of(120, 300))
        {
            var world = new QuotaWorld(history);
            world.Asked += (_, refusal) => refused.Add(refusal?.Code ?? "accepted");
            world.Run(_ => stages.UnionWith(world.Company.Entries.Values.Select(entry => entry.Stage)));
            refused.UnionWith(world.Cases.Values.SelectMany(subject => subject.Findings).Select(finding => finding.Code));
        }

        Assert.Superset(new HashSet<string> { "accepted", "quota.round", "quota.year", "quota.three_years" }, refused);
        Assert.Equal(Enum.GetValues<QuotaStage>(), stages.Order());
    }
}
