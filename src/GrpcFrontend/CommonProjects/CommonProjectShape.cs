using SmeOrleans.GrpcFrontend.Rounds;

namespace SmeOrleans.GrpcFrontend.CommonProjects;

/// <summary>Form of a common project.</summary>
internal static class CommonProjectShape
{
    private const string Path = "common_project";

    public static CommonProjectPlan Of(ShapeCheck check, V1.CommonProject? project, string round)
    {
        check.Require(project is not null, Path, "is required");
        project ??= new();
        check.Require(RoundShape.IsCode(project.Group), $"{Path}.group", "must be a group code of the round");
        check.Require(RoundShape.IsCode(project.Function), $"{Path}.function", "must be a function code of the round");
        var total = check.Amount(project.TotalNtd, $"{Path}.total_ntd");
        var government = check.Amount(project.GovernmentNtd, $"{Path}.government_ntd");
        check.Require(government <= total, $"{Path}.government_ntd", "must not exceed total_ntd");
        return new(
            check.Unit(project.Unit, $"{Path}.unit"),
            round,
            project.Group,
            project.Function,
            check.Text(project.Title, $"{Path}.title", 200, required: true),
            check.Text(project.Topic, $"{Path}.topic", 100),
            check.Count(project.CompaniesPlanned, $"{Path}.companies_planned", 1, 10_000),
            check.Count(project.SharedWorkPercent, $"{Path}.shared_work_percent", 0, 100),
            new(total, government, total - government));
    }

    public static JudgeCommonProblem Of(ShapeCheck check, V1.ConfirmCommonProblemRequest request)
    {
        var confirmation = check.Enum<Confirmation>(request.Confirmation, "confirmation");
        return new(confirmation, check.Text(request.Reason, "reason", 500, required: confirmation == Confirmation.Denied, lines: true));
    }
}
