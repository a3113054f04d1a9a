namespace SmeOrleans.Domain.Tests.Companies;

/// <summary>Q-1 … Q-5.</summary>
public sealed class Quotas
{
    private const int Year = 107;
    private const string Early = "rounds/107/cases/z-early";
    private const string Late = "rounds/107/cases/a-late";
    private static readonly QuotaRules Rules = new(1, 1, 2, NotCounted: false, RefuseAtIntake: false);
    private static readonly QuotaRules AtIntake = Rules with { RefuseAtIntake = true };
    private static readonly QuotaRules Disaster = Rules with { NotCounted = true };

    [Fact]
    public void When_a_company_has_one_application_Then_nothing_stands_in_its_way() =>
        Assert.Empty(Obstacles(With(Applied(Early, 0)), Early));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void When_two_meet_in_a_round_Then_the_earlier_stands_in_whatever_order_they_were_processed(bool earlierFirst)
    {
        QuotaEntry[] entries = [Applied(Early, 0), Applied(Late, 1)];
        var company = With(earlierFirst ? entries : [.. entries.Reverse()]);
        Assert.Empty(Obstacles(company, Early));
        var obstacle = Assert.Single(Obstacles(company, Late));
        Assert.Equal(Reasons.QuotaRound.Code, obstacle.Code);
        Assert.Equal([Early], obstacle.Cases);
    }

    [Fact]
    public void When_two_came_in_the_same_tick_Then_exactly_one_stands()
    {
        var company = With(Applied(Early, 0), Applied(Late, 0));
        Assert.Single(new[] { Early, Late }, name => Obstacles(company, name).IsEmpty);
    }

    [Fact]
    public void When_the_earlier_is_released_Then_the_later_is_free() =>
        Assert.Empty(Obstacles(With(Applied(Early, 0), Applied(Late, 1)).Apply(new QuotaReleased(Early)), Late));

    [Fact]
    public void When_the_other_is_in_another_round_Then_Q1_does_not_mind() =>
        Assert.Empty(Obstacles(With(Applied(Early, 0) with { Round = "rounds/107b" }, Applied(Late, 1)), Late));

    [Fact]
    public void When_one_was_accepted_this_year_Then_Q2_blocks() =>
        Assert.Equal([Reasons.QuotaYear.Code], Codes(Example.Company.Apply(new PriorCasesRecorded(Year, 1)), Rules));

    [Fact]
    public void When_one_of_the_register_was_accepted_this_year_Then_Q2_blocks() => Assert.Equal(
        [Reasons.QuotaYear.Code],
        Codes(With(Applied(Early, 0) with { Round = "rounds/107a", Stage = QuotaStage.Accepted }), Rules));

    [Fact]
    public void When_the_accepted_one_is_released_Then_its_place_is_free_again() => Assert.Empty(
        Codes(With(Applied(Early, 0) with { Round = "rounds/107a", Stage = QuotaStage.Accepted }).Apply(new QuotaReleased(Early)), Rules));

    [Theory]
    [InlineData(105, 106, true)]
    [InlineData(105, 105, true)]
    [InlineData(104, 106, false)]
    [InlineData(103, 104, false)]
    [InlineData(106, 108, false)]
    public void When_two_were_accepted_in_these_years_Then_Q3_looks_at_three(int first, int second, bool blocks)
    {
        var company = first == second
            ? Example.Company.Apply(new PriorCasesRecorded(first, 2))
            : Example.Company.Apply(new PriorCasesRecorded(first, 1)).Apply(new PriorCasesRecorded(second, 1));
        Assert.Equal(blocks ? [Reasons.QuotaThreeYears.Code] : [], Codes(company, Rules));
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void When_a_company_is_exempt_Then_Q2_does_not_count_but_Q3_does(bool trade, bool island)
    {
        var company = Example.Company.Apply(new CompanyUpdated(Example.Profile with { TradeLiberalisation = trade, OutlyingIsland = island }));
        Assert.Empty(Codes(company.Apply(new PriorCasesRecorded(Year, 1)), Rules));
        Assert.Equal([Reasons.QuotaThreeYears.Code], Codes(company.Apply(new PriorCasesRecorded(Year, 2)), Rules));
    }

    [Fact]
    public void When_the_round_is_for_disasters_Then_nothing_stands_in_its_way() =>
        Assert.Empty(Codes(With(Applied(Early, 0)).Apply(new PriorCasesRecorded(Year, 5)), Disaster));

    [Fact]
    public void When_a_case_was_of_a_disaster_round_Then_it_counts_for_nothing()
    {
        var reserved = Accepted(Example.Company, Reserve(Early, Disaster));
        Assert.False(reserved.Entries[Early].Counted);
        var accepted = With(reserved.Entries[Early] with { Stage = QuotaStage.Accepted, Round = Example.RoundName });
        Assert.Empty(Codes(accepted, Rules));
    }

    [Fact]
    public void When_intake_refuses_Then_the_second_of_a_round_is_refused() =>
        Refusal.Of(Decide(Accepted(Example.Company, Reserve(Early, AtIntake)), Reserve(Late, AtIntake)), Reasons.QuotaRound);

    [Fact]
    public void When_intake_does_not_refuse_Then_both_are_reserved() =>
        Assert.Equal(2, Accepted(Accepted(Example.Company, Reserve(Early, Rules)), Reserve(Late, Rules)).Entries.Count);

    [Fact]
    public void When_a_place_is_reserved_again_Then_nothing_happens() =>
        Assert.Empty(Decide(Accepted(Example.Company, Reserve(Early, AtIntake)), Reserve(Early, AtIntake)).Events);

    [Fact]
    public void When_a_place_was_released_Then_another_takes_it()
    {
        var company = Accepted(Accepted(Example.Company, Reserve(Early, AtIntake)), new ReleaseQuota(Early));
        Assert.Equal(QuotaStage.Applied, Accepted(company, Reserve(Late, AtIntake)).Entries[Late].Stage);
    }

    [Fact]
    public void When_released_twice_Then_once_is_enough()
    {
        var released = Accepted(Accepted(Example.Company, Reserve(Early, Rules)), new ReleaseQuota(Early));
        Assert.Empty(Decide(released, new ReleaseQuota(Early)).Events);
        Assert.Empty(Decide(released, new ReleaseQuota("rounds/107/cases/never")).Events);
    }

    [Fact]
    public void When_the_company_is_not_registered_Then_it_has_no_places() =>
        Refusal.Of(Decide(Company.Unknown("companies/x"), Reserve(Early, Rules)), Reasons.CompanyUnknown);

    [Fact]
    public void When_one_is_accepted_this_year_Then_next_year_is_free() =>
        Assert.Equal(108, Quota.FreeFrom(Example.Company.Apply(new PriorCasesRecorded(Year, 1)), Rules, Year));

    [Fact]
    public void When_two_are_accepted_in_three_years_Then_it_is_free_when_the_first_leaves_the_window() => Assert.Equal(
        108, Quota.FreeFrom(Example.Company.Apply(new PriorCasesRecorded(105, 1)).Apply(new PriorCasesRecorded(106, 1)), Rules, Year));

    [Fact]
    public void When_years_to_come_are_full_too_Then_it_is_free_after_them() => Assert.Equal(
        113, Quota.FreeFrom(Example.Company.Apply(new PriorCasesRecorded(107, 2)).Apply(new PriorCasesRecorded(110, 2)), Rules, Year));

    // Regression: it counted years without end.
    [Theory]
    [InlineData(0, 2)]
    [InlineData(1, 0)]
    public void When_the_limits_leave_no_room_at_all_Then_never(int perYear, int perThreeYears) =>
        Assert.Equal(int.MaxValue, Quota.FreeFrom(Example.Company, Rules with { PerYear = perYear, PerThreeYears = perThreeYears }, Year));

    // Regression: a count below zero made every later look at the quotas throw.
    [Theory]
    [InlineData(107, -1)]
    [InlineData(107, Quota.PriorCasesMax + 1)]
    [InlineData(0, 1)]
    [InlineData(1000, 1)]
    public void When_prior_cases_make_no_sense_Then_they_are_refused(int year, int count) => Refusal.Of(
        Decide(Example.Company, new RecordPriorCases(ImmutableSortedDictionary<int, int>.Empty.Add(year, count))), Reasons.FieldInvalid);

    [Fact]
    public void When_prior_cases_are_recorded_again_Then_only_what_changed_happens()
    {
        var counts = ImmutableSortedDictionary<int, int>.Empty.Add(105, 1).Add(106, 1);
        var company = Accepted(Example.Company, new RecordPriorCases(counts));
        Assert.Equal([new PriorCasesRecorded(106, 0)], Decide(company, new RecordPriorCases(counts.SetItem(106, 0))).Events);
    }

    private static ReserveQuota Reserve(string name, QuotaRules rules) => new(name, Example.RoundName, Year, Example.InWindow, rules);

    private static QuotaEntry Applied(string name, int minutes) =>
        new(name, Example.RoundName, Year, Example.InWindow.AddMinutes(minutes), Counted: true, QuotaStage.Applied);

    private static Company With(params QuotaEntry[] entries) =>
        entries.Aggregate(Example.Company, (company, entry) => company.Apply(new QuotaReserved(entry)));

    private static ImmutableList<QuotaObstacle> Obstacles(Company company, string caseName) =>
        Quota.Obstacles(company, Rules, Example.RoundName, Year, caseName);

    private static IEnumerable<string> Codes(Company company, QuotaRules rules) =>
        Quota.Obstacles(company, rules, Example.RoundName, Year, "rounds/107/cases/new").Select(obstacle => obstacle.Code);

    private static Decision<CompanyEvent> Decide(Company company, CompanyCommand command) => CompanyRules.Decide(company, 1, command);

    private static Company Accepted(Company company, CompanyCommand command)
    {
        var decision = Decide(company, command);
        Assert.Null(decision.Refusal);
        return decision.Events.Aggregate(company, (state, happened) => state.Apply(happened));
    }
}
