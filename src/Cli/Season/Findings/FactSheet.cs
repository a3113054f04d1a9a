using SmeOrleans.Cli.Filing;

namespace SmeOrleans.Cli.Season.Findings;

/// <summary>The counts and sums that the report states in its text, computed from the cases read back.</summary>
internal sealed class FactSheet
{
    private readonly Dictionary<string, long> facts;

    public FactSheet(StoredSeason season)
    {
        var cases = season.SubmittedOf(season.Regular).ToList();
        facts = [];
        CountApplications(season, cases);
        CountApproved(season, cases.FindAll(found => found.WasApproved()));
        CountExecution(season, cases);
        var disaster = season.Disaster is { } round ? season.SubmittedOf(round).Where(found => found.WasApproved()).ToList() : [];
        facts["disaster_cases"] = disaster.Count;
        facts["disaster_gov"] = disaster.Sum(found => found.ApprovedNtd());
    }

    public long this[string key] => facts[key];

    /// <summary>Each published fact; one that is not computed here is told as such.</summary>
    public IEnumerable<ComparedFigure> Compare(string folder) => CsvRow.ReadFile(Path.Combine(folder, "expected", "facts.csv"))
        .Select(row => new ComparedFigure("facts", row.Text("row_key"),
            facts.TryGetValue(row.Text("row_key"), out var computed) ? computed.ToString(CultureInfo.InvariantCulture) : null,
            row.Text("value"), null));

    private void CountApplications(StoredSeason season, List<Case> cases)
    {
        var returned = cases.FindAll(found => found.State == CaseState.Returned);
        facts["applied_cases"] = cases.Count;
        facts["applied_common_projects"] = Projects(cases);
        facts["applied_common_cases"] = cases.Count(found => found.IsCommon());
        facts["applied_general_cases"] = cases.Count(found => !found.IsCommon());
        facts["unqualified_cases"] = returned.Count;
        facts["unqualified_general"] = returned.Count(found => !found.IsCommon());
        facts["unqualified_common"] = returned.Count(found => found.IsCommon());
        facts["reviewed_cases"] = cases.Count(found => found.IsReviewed());
        facts["review_sessions"] = season.Sessions.Count(session => session.State == SessionState.Closed);
        facts["units_applied"] = Units(cases);
        facts["female_heads_applied"] = season.FemaleHeads.Submitted;
        facts["female_pis_applied"] = cases.Count(found => found.Application.FemalePrincipalInvestigator);
    }

    private void CountApproved(StoredSeason season, List<Case> approved)
    {
        var budget = season.Regular.Budget?.Lines.Where(line => line.Code != "total").Sum(line => line.AmountNtd) ?? 0;
        facts["approved_cases"] = approved.Count;
        facts["approved_general"] = approved.Count(found => !found.IsCommon());
        facts["approved_common_projects"] = Projects(approved);
        facts["approved_common_cases"] = approved.Count(found => found.IsCommon());
        facts["approved_gov_total"] = approved.Sum(found => found.ApprovedNtd());
        facts["approved_gov_general"] = approved.Where(found => !found.IsCommon()).Sum(found => found.ApprovedNtd());
        facts["approved_gov_common"] = approved.Where(found => found.IsCommon()).Sum(found => found.ApprovedNtd());
        facts["budget_left_over"] = budget - facts["approved_gov_total"];
        facts["units_approved"] = Units(approved);
        foreach (var kind in Enum.GetValues<UnitKind>().Where(kind => kind != UnitKind.Unspecified))
        {
            var ofKind = approved.FindAll(found => season.UnitKinds.GetValueOrDefault(found.Unit) == kind);
            facts[$"units_approved_{Code(kind)}"] = Units(ofKind);
            facts[$"approved_{Code(kind)}"] = ofKind.Count;
            facts[$"{Code(kind)}_units_completed"] = Units(ofKind.FindAll(found => found.IsAccepted()));
        }
    }

    private void CountExecution(StoredSeason season, List<Case> cases)
    {
        var accepted = cases.FindAll(found => found.IsAccepted());
        var visited = cases.FindAll(found => found.Execution?.Visits.Any(visit => visit.VisitDate.Length > 0) == true);
        var spending = accepted.ConvertAll(found => found.Execution.FinalReport.Spending);
        facts["completed_cases"] = accepted.Count;
        facts["midterm_reports"] = cases.Count(found => found.Execution?.Midterm is { Passed: true });
        facts["visits"] = visited.Count;
        facts["visits_common"] = visited.Count(found => found.IsCommon());
        facts["visits_general"] = visited.Count(found => !found.IsCommon());
        facts["female_heads_completed"] = season.FemaleHeads.Accepted;
        facts["female_pis_completed"] = accepted.Count(found => found.Application.FemalePrincipalInvestigator);
        facts["self_fund_contracted"] = cases.Sum(found => found.Execution?.Contract?.Money.SelfNtd ?? 0);
        facts["self_fund_received"] = spending.Sum(spent => spent.SelfPaidNtd);
        facts["self_fund_spent"] = spending.Sum(spent => spent.SelfSpentNtd);
        facts["self_fund_unspent"] = facts["self_fund_received"] - facts["self_fund_spent"];
        facts["discontinued_cases"] = cases.Count(found => found.State == CaseState.Discontinued);
        facts["closed_cases"] = cases.Count(found => found.State == CaseState.Closed);
        facts["paid_gov_total"] = cases.Sum(found => found.Execution?.PaidNtd ?? 0);
        facts["benefit_total"] = accepted.Sum(found => found.BenefitNtd());
        facts["reserve_cases"] = cases.Count(found => found.Award is { ReserveOrder: > 0 });
        facts["not_recommended_cases"] = cases.Count(found => found.Review?.Grade == Grade.Not);
    }

    private static int Projects(List<Case> cases) => cases.Where(found => found.IsCommon()).Select(found => found.Application.CommonProject).Distinct().Count();

    private static int Units(List<Case> cases) => cases.Select(found => found.Unit).Distinct().Count();

    private static string Code(UnitKind kind) => kind.ToString().ToLowerInvariant();
}
