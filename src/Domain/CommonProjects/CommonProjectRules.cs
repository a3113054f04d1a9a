namespace SmeOrleans.Domain.CommonProjects;

/// <summary>What a common project answers to a command.</summary>
public static class CommonProjectRules
{
    public static Decision<CommonProjectEvent> Decide(CommonProject project, Round round, CommonProjectCommand command) => command switch
    {
        DeclareCommonProject when project.Plan is not null => Rejection.Because(Reasons.ResourceExists, ("project", project.Name)),
        DeclareCommonProject c => Declare(c.Plan, round.Rules.Common),
        _ when project.Plan is null => Rejection.Because(Reasons.ResourceUnknown, ("project", project.Name)),
        JudgeCommonProblem c => new CommonProblemJudged(c.Confirmation, c.Reason),
        EnlistCase c => Enlist(project, project.Plan, c),
        DropCase c => project.Members.ContainsKey(c.Case) ? new CaseDropped(c.Case) : Nothing,
        _ => throw new InvalidOperationException($"Unknown command {command.GetType().Name}"),
    };

    private static readonly Decision<CommonProjectEvent> Nothing = new([], null);

    private static Decision<CommonProjectEvent> Declare(CommonProjectPlan plan, CommonProjectCap cap)
    {
        var refusal = FundingRules.AddsUp(plan.Budget)
            ?? FundingRules.WithinProject(plan.Budget, plan.CompaniesPlanned, plan.SharedWorkPercent, cap);
        return refusal is null ? new CommonProjectDeclared(plan) : refusal;
    }

    private static Decision<CommonProjectEvent> Enlist(CommonProject project, CommonProjectPlan plan, EnlistCase command)
    {
        if (plan.Unit != command.Unit || plan.Group != command.Group || plan.Function != command.Function)
        {
            return Rejection.Because(Reasons.ProjectMismatch, ("project", project.Name));
        }

        if (project.Members.GetValueOrDefault(command.Member.Case) == command.Member)
        {
            return Nothing;
        }

        var others = project.Members.Values.Where(member => member.Case != command.Member.Case).ToList();
        var total = new Ntd(others.Sum(member => member.Budget.Total.Amount)) + command.Member.Budget.Total;
        var government = new Ntd(others.Sum(member => member.Budget.Government.Amount)) + command.Member.Budget.Government;
        return others.Count >= plan.CompaniesPlanned || total > plan.Budget.Total || government > plan.Budget.Government
            ? Rejection.Because(Reasons.ProjectFull, ("project", project.Name), ("companies", others.Count), ("total", total))
            : new CaseEnlisted(command.Member);
    }
}
