using SmeOrleans.Domain.Calendar;
using SmeOrleans.Domain.Funding;

namespace SmeOrleans.GrpcFrontend.Rounds;

// Review, budget lines, execution and deadlines: zero and empty stand for the values of the 2018 programme.
internal static partial class RoundRulesShape
{
    private const int ListMax = 50;
    private const int PointsMax = 100;
    private const int MembersMost = 50;
    private const int DeadlineMax = 3_650;

    private static ReviewRules Review(ShapeCheck check, V1.ReviewRule rule)
    {
        const string path = "round.rules.review";
        var normal = RoundRules.Default.Review;
        var review = new ReviewRules(
            !rule.NoPanels,
            rule.Criteria.Count == 0 ? normal.Criteria : Criteria(check, rule.Criteria),
            Or(normal.StrongMin, check.Count(rule.StrongMin, $"{path}.strong_min", 0, PointsMax)),
            Or(normal.PriorityMin, check.Count(rule.PriorityMin, $"{path}.priority_min", 0, PointsMax)),
            Or(normal.ListedMin, check.Count(rule.ListedMin, $"{path}.listed_min", 0, PointsMax)),
            Or(normal.MembersMin, check.Count(rule.MembersMin, $"{path}.members_min", 0, MembersMost)),
            Or(normal.MembersMax, check.Count(rule.MembersMax, $"{path}.members_max", 0, MembersMost)),
            Or(normal.SheetsMin, check.Count(rule.SheetsMin, $"{path}.sheets_min", 0, MembersMost)),
            check.Count(rule.FivePlusTwoHundredths, $"{path}.five_plus_two_hundredths", 0, PointsMax * 100),
            check.Count(rule.DesignAwardHundredths, $"{path}.design_award_hundredths", 0, PointsMax * 100),
            !rule.NoFemaleFirst);
        check.Require(review.StrongMin >= review.PriorityMin && review.PriorityMin >= review.ListedMin, path, "grades must fall from strong to listed");
        check.Require(review.MembersMin <= review.MembersMax, $"{path}.members_max", "must be at least members_min");
        return review;
    }

    private static ImmutableList<Criterion> Criteria(ShapeCheck check, IReadOnlyCollection<V1.Criterion> criteria)
    {
        const string path = "round.rules.review.criteria";
        check.Require(criteria.Count <= ListMax && criteria.Select(one => one.Code).Distinct().Count() == criteria.Count, path, "must be at most 50, each code once");
        check.Require(criteria.Sum(one => (long)one.WeightPercent) == Percent, path, "weights must add up to 100");
        return [.. criteria.Take(ListMax).Select((one, place) => new Criterion(
            Code(check, one.Code, $"{path}[{place}].code"),
            check.Text(one.DisplayName, $"{path}[{place}].display_name", 100),
            check.Count(one.WeightPercent, $"{path}[{place}].weight_percent", 0, Percent)))];
    }

    private static ImmutableList<BudgetLine> Lines(ShapeCheck check, IReadOnlyCollection<V1.BudgetLine> lines)
    {
        const string path = "round.rules.budget_lines";
        check.Require(lines.Count <= ListMax && lines.Select(line => line.Code).Distinct().Count() == lines.Count, path, "must be at most 50, each code once");
        return [.. lines.Take(ListMax).Select((line, place) => Line(check, line, $"{path}[{place}]"))];
    }

    private static BudgetLine Line(ShapeCheck check, V1.BudgetLine line, string path)
    {
        check.Require(Enum.IsDefined(line.Mode), $"{path}.mode", "must be one of the documented values");
        check.Require(line.Groups.All(RoundShape.IsCode), $"{path}.groups", "must be group codes");
        return new(Code(check, line.Code, $"{path}.code"), check.Text(line.DisplayName, $"{path}.display_name", 100), (CaseMode)line.Mode,
            [.. line.Groups.Take(ListMax)], check.Amount(line.AmountNtd, $"{path}.amount_ntd"));
    }

    private static ExecutionRules Execution(ShapeCheck check, V1.ExecutionRule rule)
    {
        const string path = "round.rules.execution";
        var normal = RoundRules.Default.Execution;
        return new(
            Or(normal.Months, check.Count(rule.Months, $"{path}.months", 0, 60)),
            Or(normal.FirstInstalmentPercent, check.Count(rule.FirstInstalmentPercent, $"{path}.first_instalment_percent", 0, Percent)),
            rule.NoAccountingReports ? 0 : Or(normal.AccountingReports, check.Count(rule.AccountingReports, $"{path}.accounting_reports", 0, ListMax)),
            !rule.NoMidtermReport,
            Or(normal.DesignAwardPercent, check.Count(rule.DesignAwardPercent, $"{path}.design_award_percent", 0, Percent)),
            Or(normal.OfficeVisitPercent, check.Count(rule.OfficeVisitPercent, $"{path}.office_visit_percent", 0, Percent)),
            Or(normal.ReviewerVisitPercent, check.Count(rule.ReviewerVisitPercent, $"{path}.reviewer_visit_percent", 0, Percent)),
            rule.VisitReasons.Count == 0 ? normal.VisitReasons : [.. rule.VisitReasons.Take(ListMax).Select((one, place) => new Category(
                Code(check, one.Code, $"{path}.visit_reasons[{place}].code"), check.Text(one.DisplayName, $"{path}.visit_reasons[{place}].display_name", 200)))],
            rule.NoBenefits ? [] : rule.Indicators.Count == 0 ? normal.Indicators : [.. rule.Indicators.Take(ListMax).Select((one, place) => new BenefitIndicator(
                Code(check, one.Code, $"{path}.indicators[{place}].code"), check.Text(one.DisplayName, $"{path}.indicators[{place}].display_name", 200),
                check.Enum<BenefitKind>(one.Kind, $"{path}.indicators[{place}].kind")))]);
    }

    private static DeadlineRules Deadlines(ShapeCheck check, V1.DeadlineRules rules)
    {
        const string path = "round.rules.deadlines";
        var normal = RoundRules.Default.Deadlines;
        return new(
            rules.PlanRevision is { } plan ? Deadline(check, plan, $"{path}.plan_revision") : normal.PlanRevision,
            rules.ReserveReply is { } reply ? Deadline(check, reply, $"{path}.reserve_reply") : normal.ReserveReply,
            rules.Correction is { } correction ? Deadline(check, correction, $"{path}.correction") : normal.Correction,
            [.. rules.Suspensions.Take(ListMax).Select((one, place) => Suspension(check, one, $"{path}.suspensions[{place}]"))]);
    }

    private static DeadlineRule Deadline(ShapeCheck check, V1.DeadlineRule rule, string path) => new(
        check.Count(rule.Amount, $"{path}.amount", 1, DeadlineMax), check.Enum<DeadlineUnit>(rule.Unit, $"{path}.unit"), rule.EndsAtMidnight, rule.MovesOffHolidays);

    private static Suspension Suspension(ShapeCheck check, V1.Suspension suspension, string path)
    {
        var from = check.Date(suspension.FromDate, $"{path}.from_date");
        var to = check.Date(suspension.ToDate, $"{path}.to_date");
        check.Require(from <= to, $"{path}.to_date", "must not be before from_date");
        return new(from, to, check.Text(suspension.Reason, $"{path}.reason", 200, required: true));
    }

    private static string Code(ShapeCheck check, string code, string path)
    {
        check.Require(RoundShape.IsCode(code), path, "must be 1 to 32 of a-z, 0-9 and _");
        return code;
    }

    private static int Or(int normal, int given) => given == 0 ? normal : given;
}
