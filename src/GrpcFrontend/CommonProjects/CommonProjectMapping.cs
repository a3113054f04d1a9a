namespace SmeOrleans.GrpcFrontend.CommonProjects;

/// <summary>A common project on the wire.</summary>
internal static class CommonProjectMapping
{
    public static V1.CommonProject Of(CommonProject project, long version)
    {
        var plan = project.Plan!;
        return new()
        {
            Name = project.Name,
            Unit = plan.Unit,
            Group = plan.Group,
            Function = plan.Function,
            Title = plan.Title,
            Topic = plan.Topic,
            CompaniesPlanned = plan.CompaniesPlanned,
            SharedWorkPercent = plan.SharedWorkPercent,
            TotalNtd = plan.Budget.Total.Amount,
            GovernmentNtd = plan.Budget.Government.Amount,
            Confirmation = (V1.Confirmation)project.Confirmation,
            Cases = { project.Members.Keys },
            Etag = Etag.Of(version),
        };
    }
}
