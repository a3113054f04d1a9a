namespace SmeOrleans.GrpcFrontend.CommonProjects;

/// <summary>A common project on the wire.</summary>
internal static class CommonProjectMapping
{
    /// <param name="standing">As it is now; null = as the project has kept it, by what its cases asked for.</param>
    public static V1.CommonProject Of(CommonProject project, long version, CommonProjectStanding? standing = null)
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
            Standing = (standing ?? project.Standing) is { } known ? Of(known) : null,
        };
    }

    private static V1.CommonProjectStanding Of(CommonProjectStanding standing) => new()
    {
        Companies = standing.Companies,
        CompaniesMin = standing.CompaniesMin,
        FloorKept = standing.FloorKept,
        SharedWorkKept = standing.SharedWorkKept,
        TotalNtd = standing.Total.Amount,
        TotalMaxNtd = standing.TotalMax.Amount,
        GovernmentNtd = standing.Government.Amount,
        GovernmentMaxNtd = standing.GovernmentMax.Amount,
        GovernmentOverNtd = standing.GovernmentOver.Amount,
        FlagsZh = { standing.Flags.Select(flag => RefusalText.Zh(flag.AsRejection())) },
        FlagsEn = { standing.Flags.Select(flag => RefusalText.En(flag.AsRejection())) },
    };
}
