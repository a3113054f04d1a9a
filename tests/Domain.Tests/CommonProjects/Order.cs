using FsCheck.Xunit;

namespace SmeOrleans.Domain.Tests.CommonProjects;

/// <summary>F-3, decision 0015: what becomes of a project's cases does not depend on the order in which they are screened.</summary>
public sealed class Order
{
    private static readonly DateTimeOffset AfterWindow = Example.ClosesAt.AddDays(1);

    [Property(MaxTest = 200)]
    public void Then_any_order_of_screening_ends_the_same(byte bad, int[] order)
    {
        var project = Example.FullProject;
        var failing = Enumerable.Range(0, 6).Where(index => (bad >> index & 1) == 1).ToHashSet();
        Assert.Equal(Screened(project, failing, [0, 1, 2, 3, 4, 5]), Screened(project, failing, Permutation(order)));
    }

    [Fact]
    public void When_nobody_fails_Then_all_are_qualified() =>
        Assert.All(Screened(Example.FullProject, [], [5, 4, 3, 2, 1, 0]), state => Assert.Equal(CaseState.Qualified, state));

    [Fact]
    public void When_the_last_one_fails_Then_those_qualified_before_are_returned_too() =>
        Assert.All(Screened(Example.FullProject, [5], [0, 1, 2, 3, 4, 5]), state => Assert.Equal(CaseState.Returned, state));

    [Fact]
    public void When_more_may_come_Then_a_qualified_case_stays()
    {
        var five = Example.FullProject.Apply(new CaseDropped($"{Example.RoundName}/cases/1"));
        Qualified(five).At(Example.ClosesAt).Refused(new FollowProject(), Reasons.StateMove);
        Assert.Equal(CaseState.Returned, Qualified(five).At(Example.ClosesAt + Example.Tick).Do(new FollowProject()).Case.State);
    }

    [Fact]
    public void When_its_unit_has_an_exception_Then_more_may_come_until_that_ends()
    {
        var five = Example.FullProject.Apply(new CaseDropped($"{Example.RoundName}/cases/1"));
        var round = RoundDecisions.Apply(Example.Round, new ExceptionGranted(new(Example.UnitName, Example.UnitName, AfterWindow, "", "", Example.ClosesAt)));
        Qualified(five).With(facts => facts with { Round = round }).At(AfterWindow).Refused(new FollowProject(), Reasons.StateMove);
    }

    [Fact]
    public void When_a_company_leaves_Then_floor_and_money_over_the_cap_are_on_record()
    {
        var decision = CommonProjectRules.Decide(Example.FullProject, Example.Round, new DropCase($"{Example.RoundName}/cases/1"));
        var project = decision.Events.Aggregate(Example.FullProject, (state, happened) => state.Apply(happened));
        Assert.Equal((5, false, true), (project.Standing!.Companies, project.Standing.FloorKept, project.Standing.SharedWorkKept));
        Assert.Equal(new(833_333), project.Standing.GovernmentMax);
        Assert.Equal(Ntd.Zero, project.Standing.GovernmentOver);
        Assert.Equal([Reasons.ProjectTooFewCompanies.Code], project.Standing.Flags.Select(flag => flag.Code));
    }

    [Fact]
    public void When_the_money_of_those_left_is_over_the_cap_Then_it_says_by_how_much()
    {
        var members = Enumerable.Range(1, 5).Select(number => new ProjectMember($"{number}", $"companies/{number}", new(new(250_000), new(200_000), new(50_000))));
        var standing = CommonProjectStanding.Of(Example.Plan, members, Example.Rules.Common);
        Assert.Equal((new Ntd(208_334), new Ntd(166_667)), (standing.TotalOver, standing.GovernmentOver));
        Assert.Equal(
            [Reasons.ProjectTooFewCompanies.Code, Reasons.FundingTotalCap.Code, Reasons.FundingGovernmentCap.Code], standing.Flags.Select(flag => flag.Code));
        Assert.All(standing.Flags, flag => Assert.False(flag.Blocks));
    }

    /// <summary>Screens in an order; whoever is returned leaves the project, which is then told to all that stay.</summary>
    private static List<CaseState> Screened(CommonProject project, HashSet<int> failing, IEnumerable<int> order)
    {
        var names = project.Members.Keys.ToImmutableArray();
        var walks = names.Select(_ => Walk.ToScreening(Example.CommonApplication).At(AfterWindow)).ToImmutableArray();
        foreach (var index in order)
        {
            Look(walks[index], project, failing.Contains(index));
            walks[index].Do(new CompleteScreening());
            project = Leave(index);
        }

        return [.. walks.Select(walk => walk.Case.State)];

        CommonProject Leave(int index)
        {
            if (walks[index].Case.State != CaseState.Returned)
            {
                return project;
            }

            project = project.Apply(new CaseDropped(names[index]));
            for (var other = 0; other < walks.Length; other++)
            {
                Look(walks[other], project, failing.Contains(other));
                if (project.Members.ContainsKey(names[other]) && walks[other].Try(new FollowProject()).Refusal is null)
                {
                    walks[other].Do(new FollowProject());
                    Leave(other);
                }
            }

            return project;
        }
    }

    private static void Look(Walk walk, CommonProject project, bool fails) => walk.With(facts => fails
        ? Walk.Blocked(facts with { Project = project })
        : facts with { Project = project });

    private static Walk Qualified(CommonProject project) =>
        Walk.ToScreening(Example.CommonApplication).With(facts => facts with { Project = Example.FullProject }).Do(new CompleteScreening())
            .With(facts => facts with { Project = project });

    private static IEnumerable<int> Permutation(int[] keys) =>
        Enumerable.Range(0, 6).OrderBy(index => index < keys.Length ? keys[index] : 0).ThenByDescending(index => index);
}
