using SmeOrleans.Domain.Calendar;
using SmeOrleans.Domain.Funding;

namespace SmeOrleans.GrpcFrontend.Rounds;

// Review, budget lines, execution and deadlines.
internal static partial class RoundMapping
{
    public static V1.BudgetLine Line(BudgetLine line) => new()
    {
        Code = line.Code,
        DisplayName = line.DisplayName,
        Mode = (V1.CaseMode)line.Mode,
        Groups = { line.Groups },
        AmountNtd = line.Amount.Amount,
    };

    private static V1.ReviewRule Review(ReviewRules rules) => new()
    {
        NoPanels = !rules.Panels,
        Criteria = { rules.Criteria.Select(one => new V1.Criterion { Code = one.Code, DisplayName = one.DisplayName, WeightPercent = one.WeightPercent }) },
        StrongMin = rules.StrongMin,
        PriorityMin = rules.PriorityMin,
        ListedMin = rules.ListedMin,
        MembersMin = rules.MembersMin,
        MembersMax = rules.MembersMax,
        SheetsMin = rules.SheetsMin,
        FivePlusTwoHundredths = rules.FivePlusTwoHundredths,
        DesignAwardHundredths = rules.DesignAwardHundredths,
        NoFemaleFirst = !rules.FemaleFirstOnTies,
    };

    private static V1.ExecutionRule Execution(ExecutionRules rules) => new()
    {
        Months = rules.Months,
        FirstInstalmentPercent = rules.FirstInstalmentPercent,
        AccountingReports = rules.AccountingReports,
        NoAccountingReports = rules.AccountingReports == 0,
        NoMidtermReport = !rules.MidtermReport,
        DesignAwardPercent = rules.DesignAwardPercent,
        OfficeVisitPercent = rules.OfficeVisitPercent,
        ReviewerVisitPercent = rules.ReviewerVisitPercent,
        VisitReasons = { rules.VisitReasons.Select(Category) },
        Indicators = { rules.Indicators.Select(one => new V1.BenefitIndicator { Code = one.Code, DisplayName = one.DisplayName, Kind = (V1.BenefitKind)one.Kind }) },
        NoBenefits = rules.Indicators.IsEmpty,
    };

    private static V1.DeadlineRules Deadlines(DeadlineRules rules) => new()
    {
        PlanRevision = Deadline(rules.PlanRevision),
        ReserveReply = Deadline(rules.ReserveReply),
        Correction = Deadline(rules.Correction),
        Suspensions =
        {
            rules.Suspensions.Select(one => new V1.Suspension { FromDate = Times.Date(one.From), ToDate = Times.Date(one.To), Reason = one.Reason }),
        },
    };

    private static V1.DeadlineRule Deadline(DeadlineRule rule) => new()
    {
        Amount = rule.Amount,
        Unit = (V1.DeadlineRule.Types.Unit)rule.Unit,
        EndsAtMidnight = rule.EndsAtMidnight,
        MovesOffHolidays = rule.MovesOffHolidays,
    };
}
