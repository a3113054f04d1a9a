using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace SmeOrleans.Domain.Tests.Histories;

/// <summary>Quotas are counted, never kept: they always equal what the accepted commands come to.</summary>
[Properties(Arbitrary = [typeof(CompanyHistories)], MaxTest = 1000)]
public sealed class CompanyHistories
{
    private static readonly string[] Cases = ["r/1/cases/a", "r/1/cases/b", "r/1/cases/c", "r/2/cases/d"];

    public static Arbitrary<CompanyCommand> Commands() => Gen.Frequency(
        (4, from name in Gen.Elements(Cases)
            from minutes in Gen.Choose(0, 5)
            from notCounted in Gen.Frequency((5, Gen.Constant(false)), (1, Gen.Constant(true)))
            select (CompanyCommand)new ReserveQuota(name, RoundOf(name), 107, Example.InWindow.AddMinutes(minutes), AtIntake with { NotCounted = notCounted })),
        (2, from name in Gen.Elements(Cases) select (CompanyCommand)new ReleaseQuota(name)),
        (1, from count in Gen.Choose(-1, 3)
            from year in Gen.Choose(103, 108)
            select (CompanyCommand)new RecordPriorCases(ImmutableSortedDictionary<int, int>.Empty.Add(year, count)))).ToArbitrary();

    private static readonly QuotaRules AtIntake = new(1, 1, 2, NotCounted: false, RefuseAtIntake: true);

    [Property]
    public void Then_counts_equal_those_of_the_accepted_commands(CompanyCommand[] commands)
    {
        var standing = new Dictionary<string, bool>();
        var received = new Dictionary<string, DateTimeOffset>();
        var prior = new Dictionary<int, int>();
        var company = Run(commands, (command, _) =>
        {
            switch (command)
            {
                // A retry with another receive time replaces the place that the broken attempt had taken.
                case ReserveQuota c when !received.TryGetValue(c.Case, out var at) || at != c.ReceivedAt || !standing.ContainsKey(c.Case):
                    (standing[c.Case], received[c.Case]) = (!c.Rules.NotCounted, c.ReceivedAt);
                    break;
                case ReleaseQuota c: standing.Remove(c.Case); break;
                case RecordPriorCases c: prior[c.Counts.Keys.Single()] = c.Counts.Values.Single(); break;
            }
        });
        Assert.Equal(
            standing.OrderBy(pair => pair.Key, StringComparer.Ordinal),
            company.Entries.Where(entry => entry.Value.Stage != QuotaStage.Released).Select(entry => KeyValuePair.Create(entry.Key, entry.Value.Counted)));
        Assert.Equal(prior.Where(year => year.Value > 0).OrderBy(year => year.Key), company.PriorCases.Where(year => year.Value > 0));
        Assert.Equal(
            prior.Where(year => year.Key is >= 105 and <= 107).Sum(year => year.Value) >= AtIntake.PerThreeYears,
            Quota.Obstacles(company, AtIntake, "r/3", 107, null).Exists(obstacle => obstacle.Code == Reasons.QuotaThreeYears.Code));
    }

    [Property]
    public void When_intake_refuses_Then_two_never_stand_in_one_round(CompanyCommand[] commands) => Run(commands, (_, company) => Assert.All(
        company.Entries.Values.Where(entry => entry.Counted && entry.Stage != QuotaStage.Released).CountBy(entry => entry.Round),
        round => Assert.Equal(1, round.Value)));

    [Property]
    public void When_intake_does_not_refuse_Then_of_those_that_stand_exactly_the_earliest_is_free(CompanyCommand[] commands)
    {
        var lenient = commands.Select(command => command is ReserveQuota c ? c with { Rules = c.Rules with { RefuseAtIntake = false } } : command);
        var company = Run([.. lenient.Where(command => command is not RecordPriorCases)], (_, _) => { });
        foreach (var round in company.Entries.Values.Where(entry => entry.Counted && entry.Stage != QuotaStage.Released).GroupBy(entry => entry.Round))
        {
            var free = round.Where(entry => Quota.Obstacles(company, AtIntake, round.Key, 107, entry.Case).IsEmpty);
            Assert.Equal(round.OrderBy(entry => entry.ReceivedAt).ThenBy(entry => entry.Case, StringComparer.Ordinal).First(), Assert.Single(free));
        }
    }

    [Property]
    public void Then_it_is_free_some_year_and_not_before(CompanyCommand[] commands)
    {
        var company = Run(commands, (_, _) => { });
        var from = Quota.FreeFrom(company, AtIntake, 107);
        Assert.InRange(from, 107, 111);
        Assert.All(Enumerable.Range(107, from - 107), year => Assert.NotEmpty(Quota.Obstacles(company, AtIntake, "none", year, null)));
        Assert.Empty(Quota.Obstacles(company, AtIntake, "none", from, null));
    }

    [Property]
    public void Then_the_events_alone_give_the_state_again(CompanyCommand[] commands)
    {
        var events = new List<(Type Type, string Json)>();
        var last = Run(commands, (_, _) => { }, happened => events.Add((happened.GetType(), JsonSerializer.Serialize(happened, happened.GetType()))));
        var again = events.Aggregate(Example.Company,
            (company, row) => company.Apply((CompanyEvent)JsonSerializer.Deserialize(row.Json, row.Type)!));
        Assert.Equal(JsonSerializer.Serialize(last), JsonSerializer.Serialize(again));
    }

    private static Company Run(CompanyCommand[] commands, Action<CompanyCommand, Company> accepted, Action<CompanyEvent>? happening = null)
    {
        var company = Example.Company;
        foreach (var command in commands)
        {
            var decision = CompanyRules.Decide(company, 1, command);
            if (decision.Refusal is null)
            {
                decision.Events.ForEach(happened => happening?.Invoke(happened));
                company = decision.Events.Aggregate(company, (state, happened) => state.Apply(happened));
                accepted(command, company);
            }
        }

        return company;
    }

    private static string RoundOf(string name) => name[..3];
}
