using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace SmeOrleans.Domain.Tests.Histories;

[Properties(Arbitrary = [typeof(ProjectHistories)], MaxTest = 1000)]
public sealed class ProjectHistories
{
    private static readonly long[] Amounts = [-1, 0, 1, 100_000, 160_000, 200_000, 250_000, 1_000_000, long.MaxValue];

    public static Arbitrary<CommonProjectCommand> Commands() => Gen.Frequency(
        (5, from number in Gen.Choose(1, 9)
            from government in Gen.Elements(Amounts)
            from self in Gen.Elements(Amounts)
            from wrong in Gen.Choose(0, 9)
            let total = unchecked(government + self + (wrong == 0 ? 1 : 0))
            select (CommonProjectCommand)new EnlistCase(
                new($"cases/{number}", $"companies/{number}", new(new(total), new(government), new(self))), Example.UnitName, "metal", "process")),
        (2, from number in Gen.Choose(1, 9) select (CommonProjectCommand)new DropCase($"cases/{number}")),
        (1, from answer in Gen.Elements(Enum.GetValues<Confirmation>()) select (CommonProjectCommand)new JudgeCommonProblem(answer, "")),
        (1, Gen.Constant<CommonProjectCommand>(new DeclareCommonProject(Example.Plan)))).ToArbitrary();

    [Property]
    public void Then_its_cases_never_exceed_what_was_declared(CommonProjectCommand[] commands)
    {
        var project = CommonProject.Unknown(Example.ProjectName);
        foreach (var command in commands)
        {
            project = CommonProjectRules.Decide(project, Example.Round, command).Events.Aggregate(project, (state, happened) => state.Apply(happened));
            var members = project.Members.Values.ToList();
            Assert.True(members.Count == 0 || project.Plan is not null);
            Assert.True(members.Count <= Example.Plan.CompaniesPlanned);
            Assert.True(members.Sum(member => member.Budget.Total.Amount) <= Example.Plan.Budget.Total.Amount);
            Assert.True(members.Sum(member => member.Budget.Government.Amount) <= Example.Plan.Budget.Government.Amount);
        }
    }
}
