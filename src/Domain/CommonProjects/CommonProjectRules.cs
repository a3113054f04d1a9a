namespace SmeOrleans.Domain.CommonProjects;

/// <summary>What a common project answers to a command.</summary>
public static class CommonProjectRules
{
    public static Decision<CommonProjectEvent> Decide(CommonProject project, Round round, CommonProjectCommand command) => command switch
    {
        DeclareCommonProject when project.Plan is not null => Rejection.Because(Reasons.ResourceExists, ("project", project.Name)),
        DeclareCommonProject c => Declare(c.Plan, round),
        // A unit may not learn whether another's project exists.
        EnlistCase when project.Plan is null => Rejection.Because(Reasons.ProjectMismatch, ("project", project.Name)),
        _ when project.Plan is null => Rejection.Because(Reasons.ResourceUnknown, ("project", project.Name)),
        JudgeCommonProblem { Confirmation: not (Confirmation.Confirmed or Confirmation.Denied) } =>
            Rejection.OfFields(new FieldViolation("confirmation", "must be confirmed or denied")),
        JudgeCommonProblem c => new CommonProblemJudged(c.Confirmation, c.Reason),
        EnlistCase c => Enlist(project, project.Plan, round, c),
        DropCase c => project.Members.ContainsKey(c.Case)
            ? new CaseDropped(c.Case, Standing(project.Plan, project.Members.Remove(c.Case).Values, round))
            : Nothing,
        _ => throw new InvalidOperationException($"Unknown command {command.GetType().Name}"),
    };

    private static readonly Decision<CommonProjectEvent> Nothing = new([], null);

    private static Decision<CommonProjectEvent> Declare(CommonProjectPlan plan, Round round)
    {
        var refusal = CodesOfRound(plan, round)
            ?? FundingRules.AddsUp(plan.Budget)
            ?? FundingRules.WithinProject(plan.Budget, plan.CompaniesPlanned, plan.SharedWorkPercent, round.Rules.Common);
        return refusal is null ? new CommonProjectDeclared(plan) : refusal;
    }

    // A project with another code could never take a case.
    private static Rejection? CodesOfRound(CommonProjectPlan plan, Round round)
    {
        var wrong = round.WrongCodes(plan.Group, plan.Function, "common_project").ToList();
        return wrong.Count == 0 ? null : Rejection.OfFields(wrong);
    }

    private static Decision<CommonProjectEvent> Enlist(CommonProject project, CommonProjectPlan plan, Round round, EnlistCase command)
    {
        var ofThisRound = command.Member.Case.StartsWith($"{plan.Round}/", StringComparison.Ordinal);
        if (!ofThisRound || plan.Unit != command.Unit || plan.Group != command.Group || plan.Function != command.Function)
        {
            return Rejection.Because(Reasons.ProjectMismatch, ("project", project.Name));
        }

        // Money below zero would make room for others.
        if (FundingRules.AddsUp(command.Member.Budget) is { } refusal)
        {
            return refusal;
        }

        if (project.Members.GetValueOrDefault(command.Member.Case) == command.Member)
        {
            return Nothing;
        }

        var others = project.Members.Values.Where(member => member.Case != command.Member.Case).ToList();
        var totalLeft = plan.Budget.Total - new Ntd(others.Sum(member => member.Budget.Total.Amount));
        var governmentLeft = plan.Budget.Government - new Ntd(others.Sum(member => member.Budget.Government.Amount));
        return others.Count >= plan.CompaniesPlanned
            || command.Member.Budget.Total > totalLeft
            || command.Member.Budget.Government > governmentLeft
            ? Rejection.Because(Reasons.ProjectFull, ("project", project.Name), ("companies", others.Count),
                ("total_left", totalLeft), ("government_left", governmentLeft))
            : new CaseEnlisted(command.Member, Standing(plan, others.Append(command.Member), round));
    }

    private static CommonProjectStanding Standing(CommonProjectPlan plan, IEnumerable<ProjectMember> members, Round round) =>
        CommonProjectStanding.Of(plan, members, round.Rules.Common);
}
