using SmeOrleans.GrpcFrontend.Rounds;

namespace SmeOrleans.GrpcFrontend.Cases;

/// <summary>Form of an application.</summary>
internal static class ApplicationShape
{
    private const int AvoidReviewersMax = 3;

    public static Application Of(ShapeCheck check, V1.Application? application, string round, string path = "case.application")
    {
        check.Require(application is not null, path, "is required");
        application ??= new();
        check.Require(RoundShape.IsCode(application.Group), $"{path}.group", "must be a group code of the round");
        check.Require(RoundShape.IsCode(application.Function), $"{path}.function", "must be a function code of the round");
        return new(
            check.Company(application.Company, $"{path}.company"),
            application.Group,
            application.Function,
            check.Enum<CaseMode>(application.Mode, $"{path}.mode"),
            CommonProject(check, application.CommonProject, round, $"{path}.common_project"),
            check.Text(application.Title, $"{path}.title", 200, required: true),
            check.Text(application.Topic, $"{path}.topic", 100),
            BudgetOf(check, application, path),
            application.FemalePrincipalInvestigator,
            check.Count(application.CustomSoftwarePercent, $"{path}.custom_software_percent", 0, 100),
            check.Text(application.Reference, $"{path}.reference", 64),
            application.DesignAwardPledge,
            application.AvoidReviewers.Count == 0 ? null : AvoidReviewers(check, application.AvoidReviewers, $"{path}.avoid_reviewers"));
    }

    private static ImmutableList<string> AvoidReviewers(ShapeCheck check, ICollection<string> names, string path)
    {
        check.Require(names.Count <= AvoidReviewersMax, path, "must name at most 3 reviewers");
        return [.. names.Take(AvoidReviewersMax).Select((name, place) => check.Reviewer(name, $"{path}[{place}]"))];
    }

    private static Budget BudgetOf(ShapeCheck check, V1.Application application, string path) => new(
        check.Amount(application.TotalNtd, $"{path}.total_ntd"),
        check.Amount(application.GovernmentNtd, $"{path}.government_ntd"),
        check.Amount(application.SelfNtd, $"{path}.self_ntd"));

    private static string CommonProject(ShapeCheck check, string name, string round, string path)
    {
        var holds = name.Length == 0
            || (ResourceNames.IsCommonProject(name) && name.StartsWith($"{round}/", StringComparison.Ordinal));
        check.Require(holds, path, "must be empty or {round}/commonProjects/{common_project} of the same round");
        return name;
    }
}
