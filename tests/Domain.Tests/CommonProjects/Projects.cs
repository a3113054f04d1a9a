namespace SmeOrleans.Domain.Tests.CommonProjects;

/// <summary>F-3, S-1, T-8: what a common project takes in, and when it stops its cases.</summary>
public sealed class Projects
{
    private static readonly Budget Sixth = new(new(200_000), new(160_000), new(40_000));
    private static readonly CommonProject Declared = CommonProject.Unknown(Example.ProjectName).Apply(new CommonProjectDeclared(Example.Plan));

    [Fact]
    public void When_it_is_declared_twice_Then_the_second_is_refused() =>
        Refusal.Of(Decide(Declared, new DeclareCommonProject(Example.Plan)), Reasons.ResourceExists);

    [Fact]
    public void When_it_is_not_declared_Then_it_takes_nothing() =>
        Refusal.Of(Decide(CommonProject.Unknown("x"), Enlist("a")), Reasons.ProjectMismatch);

    [Fact]
    public void When_its_plan_is_over_the_caps_Then_it_is_refused() => Refusal.Of(
        Decide(CommonProject.Unknown("x"), new DeclareCommonProject(Example.Plan with { SharedWorkPercent = 49 })), Reasons.ProjectSharedWork);

    [Fact]
    public void When_its_codes_are_not_of_the_round_Then_both_fields_are_named()
    {
        var plan = Example.Plan with { Group = "nowhere", Function = "nothing" };
        var refusal = Refusal.Of(Decide(CommonProject.Unknown("x"), new DeclareCommonProject(plan)), Reasons.FieldInvalid);
        Assert.Equal(["common_project.group", "common_project.function"], refusal.Fields.Select(field => field.Path));
    }

    [Fact]
    public void When_six_cases_of_declared_size_come_Then_all_are_taken_and_the_seventh_is_not()
    {
        var project = Example.FullProject;
        Assert.Equal(6, project.Members.Count);
        Refusal.Of(Decide(project, Enlist("seventh")), Reasons.ProjectFull);
        Assert.Equal(6, Accepted(Accepted(project, new DropCase($"{Example.RoundName}/cases/1")), Enlist("seventh")).Members.Count);
    }

    [Fact]
    public void When_a_case_is_enlisted_again_Then_nothing_happens() =>
        Assert.Empty(Decide(Accepted(Declared, Enlist("a")), Enlist("a")).Events);

    [Fact]
    public void When_a_case_is_enlisted_again_with_other_money_Then_it_is_counted_once()
    {
        var project = Accepted(Accepted(Declared, Enlist("a")), Enlist("a", new(new(1_250_000), new(1_000_000), new(250_000))));
        Assert.Equal(new(1_250_000), Assert.Single(project.Members).Value.Budget.Total);
    }

    [Theory]
    [InlineData(1_250_000, 1_000_000, true)]
    [InlineData(1_250_001, 1_000_000, false)]
    [InlineData(1_250_000, 1_000_001, false)]
    [InlineData(long.MaxValue, 0, false)]
    public void When_a_case_brings_money_Then_the_declared_is_the_limit(long total, long government, bool taken) => Assert.Equal(
        taken ? null : Reasons.ProjectFull.Code,
        Decide(Declared, Enlist("a", new(new(total), new(government), new(total - government)))).Refusal?.Code);

    // Regression: the sum with money already there left its type and threw.
    [Fact]
    public void When_a_case_brings_all_money_there_is_Then_it_is_refused() =>
        Refusal.Of(Decide(Accepted(Declared, Enlist("a")), Enlist("b", new(new(long.MaxValue), new(0), new(long.MaxValue)))), Reasons.ProjectFull);

    // Regression: a case below zero made room for more than was declared.
    [Fact]
    public void When_a_case_brings_money_below_zero_Then_it_is_refused() =>
        Refusal.Of(Decide(Declared, Enlist("a", new(new(-100), new(-80), new(-20)))), Reasons.FundingSum);

    [Fact]
    public void When_case_and_project_differ_Then_it_is_not_taken()
    {
        Refusal.Of(Decide(Declared, Enlist("a") with { Unit = "units/other" }), Reasons.ProjectMismatch);
        Refusal.Of(Decide(Declared, Enlist("a") with { Group = "food" }), Reasons.ProjectMismatch);
        Refusal.Of(Decide(Declared, Enlist("a") with { Function = "digital" }), Reasons.ProjectMismatch);
    }

    [Fact]
    public void When_a_case_that_is_not_there_is_dropped_Then_nothing_happens() => Assert.Empty(Decide(Declared, new DropCase("a")).Events);

    [Fact]
    public void When_the_bureau_says_neither_yes_nor_no_Then_it_is_refused() =>
        Refusal.Of(Decide(Declared, new JudgeCommonProblem(Confirmation.Unspecified, "")), Reasons.FieldInvalid);

    [Fact]
    public void When_the_bureau_has_not_answered_Then_screening_cannot_end() =>
        Screening(Example.FullProject with { Confirmation = Confirmation.Unspecified })
            .Refused(new CompleteScreening(), Reasons.CommonProblemNotConfirmed);

    [Fact]
    public void When_the_project_is_not_known_Then_screening_cannot_end() =>
        Walk.ToScreening(Example.CommonApplication).Refused(new CompleteScreening(), Reasons.CommonProblemNotConfirmed);

    [Fact]
    public void When_the_bureau_denies_Then_the_case_is_returned()
    {
        var walk = Screening(Example.FullProject with { Confirmation = Confirmation.Denied }).Do(new CompleteScreening());
        Assert.Equal(CaseState.Returned, walk.Case.State);
        Assert.Contains(walk.Case.Findings, finding => finding.Blocks && finding.Code == Reasons.CommonProblemNotConfirmed.Code);
    }

    [Fact]
    public void When_the_bureau_confirms_and_all_came_Then_the_case_is_qualified() =>
        Assert.Equal(CaseState.Qualified, Screening(Example.FullProject).Do(new CompleteScreening()).Case.State);

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public void When_companies_are_too_few_Then_it_blocks_only_after_the_window(long ticks, bool blocks)
    {
        var walk = Screening(Example.FullProject.Apply(new CaseDropped($"{Example.RoundName}/cases/1"))).At(Example.ClosesAt.AddTicks(ticks));
        var finding = walk.Findings.Single(finding => finding.Code == Reasons.ProjectTooFewCompanies.Code);
        Assert.Equal((blocks, "5"), (finding.Blocks, finding.Facts["companies"]));
        Assert.Equal(blocks ? CaseState.Returned : CaseState.Qualified, walk.Do(new CompleteScreening()).Case.State);
    }

    // Regression: two cases of one company were counted as two companies.
    [Fact]
    public void When_a_company_is_there_twice_Then_it_is_one_company()
    {
        var twice = Example.FullProject.Members.Values.First() with { Company = "companies/2" };
        Assert.Contains(Screening(Example.FullProject.Apply(new CaseEnlisted(twice))).Findings,
            finding => finding.Code == Reasons.ProjectTooFewCompanies.Code);
    }

    private static Walk Screening(CommonProject project) =>
        Walk.ToScreening(Example.CommonApplication).With(facts => facts with { Project = project });

    private static EnlistCase Enlist(string name, Budget? budget = null) =>
        new(new($"{Example.RoundName}/cases/{name}", $"companies/{name}", budget ?? Sixth), Example.UnitName, "metal", "process");

    private static Decision<CommonProjectEvent> Decide(CommonProject project, CommonProjectCommand command) =>
        CommonProjectRules.Decide(project, Example.Round, command);

    private static CommonProject Accepted(CommonProject project, CommonProjectCommand command)
    {
        var decision = Decide(project, command);
        Assert.Null(decision.Refusal);
        return decision.Events.Aggregate(project, (state, happened) => state.Apply(happened));
    }
}
