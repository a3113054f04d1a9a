namespace SmeOrleans.GrpcFrontend.Rounds;

/// <summary>A round on the wire.</summary>
internal static partial class RoundMapping
{
    /// <summary>As the caller may see it: who was granted an exception is for insiders, and for the unit itself.</summary>
    public static V1.Round Of(Round round, long version, Caller caller) => new()
    {
        Name = round.Name,
        DisplayName = round.DisplayName,
        RocYear = round.RocYear,
        Kind = (V1.RoundKind)round.Kind,
        OpenTime = Times.Of(round.OpensAt),
        CloseTime = Times.Of(round.ClosesAt),
        Groups = { round.Groups.Select(Category) },
        Functions = { round.Functions.Select(Category) },
        Regions = { round.Regions.Select(Region) },
        Rules = Rules(round.Rules),
        Etag = Etag.Of(version),
        Exceptions =
        {
            (round.Exceptions?.Values ?? []).Where(one => Visibility.OnlyUnit(caller) is not { } unit || unit == one.Unit)
                .Select(one => Exception(one, caller)),
        },
    };

    private static V1.WindowException Exception(WindowException exception, Caller caller) => new()
    {
        Beneficiary = exception.For,
        Unit = exception.Unit,
        ExpireTime = Times.Of(exception.Until),
        Reason = exception.Reason,
        Granter = Visibility.OnlyUnit(caller) is null ? exception.By : "",
        GrantTime = Times.Of(exception.GrantedAt),
    };

    private static V1.Category Category(Category category) => new() { Code = category.Code, DisplayName = category.DisplayName };

    private static V1.Region Region(Region region) =>
        new() { Code = region.Code, DisplayName = region.DisplayName, Counties = { region.Counties } };

    private static V1.RoundRules Rules(RoundRules rules) => new()
    {
        Sme = new()
        {
            CapitalMaxNtd = rules.Sme.CapitalMax.Amount,
            ManufacturingEmployeesBelow = rules.Sme.ManufacturingEmployeesBelow,
            RevenueMaxNtd = rules.Sme.RevenueMax.Amount,
            ServicesEmployeesBelow = rules.Sme.ServicesEmployeesBelow,
        },
        General = Cap(rules.General),
        TradeLiberalisation = Cap(rules.TradeLiberalisation),
        Common = Common(rules.Common),
        Supplement = new()
        {
            Days = rules.Supplement.Days,
            End = rules.Supplement.End == SupplementEnd.Exact ? V1.SupplementRule.Types.End.Exact : V1.SupplementRule.Types.End.OfDay,
        },
        Quotas = Quotas(rules.Quotas),
        UnitApplicationCap = rules.UnitApplicationCap,
        UnitRunningCap = rules.UnitRunningCap,
        CustomSoftwareMinPercent = rules.CustomSoftwareMinPercent,
        CustomSoftwareFunction = rules.CustomSoftwareFunction,
        RequiredDocuments = { rules.RequiredDocuments.Select(kind => (V1.DocumentKind)kind) },
        NoDocuments = rules.RequiredDocuments.IsEmpty,
        Review = Review(rules.Review),
        BudgetLines = { rules.BudgetLines.Select(Line) },
        Execution = Execution(rules.Execution),
        Deadlines = Deadlines(rules.Deadlines),
    };

    private static V1.FundingCap Cap(FundingCap cap) => new()
    {
        GovernmentMaxNtd = cap.GovernmentMax.Amount,
        GovernmentShareMaxPercent = cap.GovernmentShareMaxPercent,
        NoSelfFunding = cap.NoSelfFunding,
    };

    private static V1.CommonProjectCap Common(CommonProjectCap cap) => new()
    {
        CompaniesMin = cap.CompaniesMin,
        TotalMaxNtd = cap.TotalMax.Amount,
        GovernmentMaxNtd = cap.GovernmentMax.Amount,
        GovernmentShareMaxPercent = cap.GovernmentShareMaxPercent,
        SharedWorkMinPercent = cap.SharedWorkMinPercent,
    };

    private static V1.QuotaRule Quotas(QuotaRules quotas) => new()
    {
        PerRound = quotas.PerRound,
        PerYear = quotas.PerYear,
        PerThreeYears = quotas.PerThreeYears,
        NotCounted = quotas.NotCounted,
        RefuseAtIntake = quotas.RefuseAtIntake,
    };
}
