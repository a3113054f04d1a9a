namespace SmeOrleans.Domain.Funding;

/// <summary>Amounts asked for: a total, and who pays it.</summary>
[GenerateSerializer, Immutable, Alias("sme.Budget")]
public sealed record Budget(Ntd Total, Ntd Government, Ntd Self);

/// <summary>Caps on money (F-1 … F-4, F-6). Null means that the rule holds.</summary>
public static class FundingRules
{
    /// <summary>Government and self funding are the total, and none is negative.</summary>
    public static Rejection? AddsUp(Budget budget) =>
        budget.Government >= Ntd.Zero && budget.Self >= Ntd.Zero && budget.Total > Ntd.Zero && budget.Self == budget.Total - budget.Government
            ? null
            : Rejection.Because(Reasons.FundingSum, ("government", budget.Government), ("self", budget.Self), ("total", budget.Total));

    /// <summary>A single company's caps (F-1, F-2, F-4).</summary>
    public static Rejection? WithinCase(Budget budget, FundingCap cap) => budget switch
    {
        _ when cap.NoSelfFunding && budget.Self > Ntd.Zero => Rejection.Because(Reasons.FundingNoSelf, ("self", budget.Self)),
        _ when budget.Government > cap.GovernmentMax =>
            Rejection.Because(Reasons.FundingGovernmentCap, ("government", budget.Government), ("cap", cap.GovernmentMax)),
        _ => WithinShare(budget, cap.GovernmentShareMaxPercent),
    };

    /// <summary>Government money within its share of the total.</summary>
    public static Rejection? WithinShare(Budget budget, int percent) =>
        budget.Government.IsWithinShare(percent, budget.Total) ? null : Rejection.Because(Reasons.FundingShare, ("share", percent));

    /// <summary>A common project's floor and caps, pro rata to its companies (F-3).</summary>
    public static Rejection? WithinProject(Budget budget, int companies, int sharedWorkPercent, CommonProjectCap cap)
    {
        if (companies < cap.CompaniesMin)
        {
            return Rejection.Because(Reasons.ProjectTooFewCompanies, ("companies", companies), ("min", cap.CompaniesMin));
        }

        if (sharedWorkPercent < cap.SharedWorkMinPercent)
        {
            return Rejection.Because(Reasons.ProjectSharedWork, ("min", cap.SharedWorkMinPercent));
        }

        var totalMax = cap.TotalMax.ProRata(companies, cap.CompaniesMin);
        if (budget.Total > totalMax)
        {
            return Rejection.Because(Reasons.FundingTotalCap, ("total", budget.Total), ("cap", totalMax));
        }

        var governmentMax = cap.GovernmentMax.ProRata(companies, cap.CompaniesMin);
        return budget.Government > governmentMax
            ? Rejection.Because(Reasons.FundingGovernmentCap, ("government", budget.Government), ("cap", governmentMax))
            : WithinShare(budget, cap.GovernmentShareMaxPercent);
    }

    /// <summary>
    /// The caps that hold for a company: trade liberalisation has its own (F-2), but not in disaster rounds (F-4); a design
    /// award pledge raises the amount, never the share (F-5).
    /// </summary>
    public static FundingCap CapFor(Round round, CompanyProfile company, bool designAwardPledge)
    {
        var cap = company.TradeLiberalisation && round.Kind != RoundKind.Disaster ? round.Rules.TradeLiberalisation : round.Rules.General;
        return designAwardPledge ? cap with { GovernmentMax = cap.GovernmentMax.ProRata(100 + round.Rules.Execution.DesignAwardPercent, 100) } : cap;
    }

    /// <summary>Enough customised software in a case of the function that the rule names (F-6).</summary>
    public static Rejection? EnoughCustomSoftware(string function, int customSoftwarePercent, RoundRules rules) =>
        function == rules.CustomSoftwareFunction && customSoftwarePercent < rules.CustomSoftwareMinPercent
            ? Rejection.Because(Reasons.FundingCustomSoftware, ("min", rules.CustomSoftwareMinPercent))
            : null;
}
