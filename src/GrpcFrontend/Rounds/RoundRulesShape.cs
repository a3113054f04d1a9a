namespace SmeOrleans.GrpcFrontend.Rounds;

/// <summary>Form of a round's rules. A message that is not set takes the values of the 2018 programme.</summary>
internal static partial class RoundRulesShape
{
    private const int PeopleMax = 1_000_000;
    private const int CountMax = 10_000;
    private const int Percent = 100;

    public static RoundRules Of(ShapeCheck check, V1.RoundRules? rules, RoundKind kind)
    {
        var normal = Normal(kind);
        return rules is null ? normal : new(
            rules.Sme is { } sme ? Sme(check, sme) : normal.Sme,
            rules.General is { } general ? Cap(check, general, "round.rules.general") : normal.General,
            rules.TradeLiberalisation is { } trade ? Cap(check, trade, "round.rules.trade_liberalisation") : normal.TradeLiberalisation,
            rules.Common is { } common ? Common(check, common) : normal.Common,
            rules.Supplement is { } supplement ? Supplement(check, supplement) : normal.Supplement,
            rules.Quotas is { } quotas ? Quotas(check, quotas) : normal.Quotas,
            check.Count(rules.UnitApplicationCap, "round.rules.unit_application_cap", 0, CountMax),
            check.Count(rules.CustomSoftwareMinPercent, "round.rules.custom_software_min_percent", 0, Percent),
            Function(check, rules.CustomSoftwareFunction),
            rules.NoDocuments ? [] : rules.RequiredDocuments.Count == 0 ? normal.RequiredDocuments : Documents(check, rules.RequiredDocuments),
            rules.Review is { } review ? Review(check, review) : normal.Review,
            Lines(check, rules.BudgetLines),
            rules.Execution is { } execution ? Execution(check, execution) : normal.Execution,
            rules.Deadlines is { } deadlines ? Deadlines(check, deadlines) : normal.Deadlines,
            check.Count(rules.UnitRunningCap, "round.rules.unit_running_cap", 0, CountMax));
    }

    // cases of disaster recovery count for no quota.
    private static RoundRules Normal(RoundKind kind) => kind == RoundKind.Disaster
        ? RoundRules.Default with { Quotas = RoundRules.Default.Quotas with { NotCounted = true } }
        : RoundRules.Default;

    private static SmeLimits Sme(ShapeCheck check, V1.SmeLimits sme) => new(
        check.Amount(sme.CapitalMaxNtd, "round.rules.sme.capital_max_ntd"),
        check.Count(sme.ManufacturingEmployeesBelow, "round.rules.sme.manufacturing_employees_below", 0, PeopleMax),
        check.Amount(sme.RevenueMaxNtd, "round.rules.sme.revenue_max_ntd"),
        check.Count(sme.ServicesEmployeesBelow, "round.rules.sme.services_employees_below", 0, PeopleMax));

    private static FundingCap Cap(ShapeCheck check, V1.FundingCap cap, string path) => new(
        check.Amount(cap.GovernmentMaxNtd, $"{path}.government_max_ntd"),
        check.Count(cap.GovernmentShareMaxPercent, $"{path}.government_share_max_percent", 0, Percent),
        cap.NoSelfFunding);

    private static CommonProjectCap Common(ShapeCheck check, V1.CommonProjectCap cap) => new(
        check.Count(cap.CompaniesMin, "round.rules.common.companies_min", 1, CountMax),
        check.Amount(cap.TotalMaxNtd, "round.rules.common.total_max_ntd"),
        check.Amount(cap.GovernmentMaxNtd, "round.rules.common.government_max_ntd"),
        check.Count(cap.GovernmentShareMaxPercent, "round.rules.common.government_share_max_percent", 0, Percent),
        check.Count(cap.SharedWorkMinPercent, "round.rules.common.shared_work_min_percent", 0, Percent));

    private static SupplementRule Supplement(ShapeCheck check, V1.SupplementRule rule)
    {
        check.Require(Enum.IsDefined(rule.End), "round.rules.supplement.end", "must be one of the documented values");
        return new(
            check.Count(rule.Days, "round.rules.supplement.days", 1, 366),
            rule.End == V1.SupplementRule.Types.End.Exact ? SupplementEnd.Exact : SupplementEnd.EndOfDay);
    }

    // A quota of none would close the programme for ever, and the passport would look for a free year without end.
    private static QuotaRules Quotas(ShapeCheck check, V1.QuotaRule rule) => new(
        check.Count(rule.PerRound, "round.rules.quotas.per_round", rule.NotCounted ? 0 : 1, CountMax),
        check.Count(rule.PerYear, "round.rules.quotas.per_year", rule.NotCounted ? 0 : 1, CountMax),
        check.Count(rule.PerThreeYears, "round.rules.quotas.per_three_years", rule.NotCounted ? 0 : 1, CountMax),
        rule.NotCounted,
        rule.RefuseAtIntake);

    private static string Function(ShapeCheck check, string code)
    {
        check.Require(code.Length == 0 || RoundShape.IsCode(code), "round.rules.custom_software_function", "must be empty or a function code");
        return code;
    }

    private static ImmutableList<DocumentKind> Documents(ShapeCheck check, IEnumerable<V1.DocumentKind> kinds) =>
        [.. kinds.Distinct().Select(kind => check.Enum<DocumentKind>(kind, "round.rules.required_documents"))];
}
