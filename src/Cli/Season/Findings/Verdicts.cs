using SmeOrleans.Cli.Season.Data;

namespace SmeOrleans.Cli.Season.Findings;

/// <summary>Compares what screening computed with what the data says.</summary>
internal static class Verdicts
{
    // On the way to a decision of screening, or never decided.
    private static readonly ImmutableArray<CaseState> Undecided =
        [CaseState.Draft, CaseState.Submitted, CaseState.Screening, CaseState.SupplementRequested, CaseState.Withdrawn];

    // A season's code of a return → the reasons that say the same.
    private static readonly ImmutableDictionary<string, ImmutableArray<ErrorReason>> Reasons =
        new Dictionary<string, ImmutableArray<ErrorReason>>
        {
            ["not_sme"] = [ErrorReason.CompanyNotSme],
            ["quota_3_years"] = [ErrorReason.QuotaThreeYears],
            ["quota_year"] = [ErrorReason.QuotaYear],
            ["duplicate_in_round"] = [ErrorReason.QuotaRound],
            ["unit_ineligible"] = [ErrorReason.UnitSuspended, ErrorReason.UnitIneligible],
            ["tax_arrears"] = [ErrorReason.CompanyTaxArrears],
            ["documents_missing_not_supplemented"] = [ErrorReason.DocumentsMissing],
        }.ToImmutableDictionary();

    public static IEnumerable<CaseDifference> Compare(IEnumerable<ApplicationRow> applications, IReadOnlyDictionary<string, Case> byReference) =>
        from row in applications
        let found = byReference.GetValueOrDefault(row.Id)
        where !Agrees(row, found)
        select new CaseDifference(row.Id, row.Qualification, found is null ? "not there" : Describe(found));

    /// <summary>Wire names of the reasons for which a case was returned.</summary>
    public static IEnumerable<string> ReturnReasons(Case found) =>
        found.State == CaseState.Returned ? found.Findings.Where(finding => finding.Blocks).Select(finding => finding.Reason) : [];

    /// <summary>It passed screening, whatever became of it afterwards.</summary>
    public static bool IsQualified(Case found) => found.State != CaseState.Returned && !Undecided.Contains(found.State);

    private static bool Agrees(ApplicationRow row, Case? found)
    {
        if (row.IsQualified)
        {
            return found is not null && IsQualified(found);
        }

        var allowed = Reasons.GetValueOrDefault(row.Qualification, []).Select(WireName).ToList();
        return found?.State == CaseState.Returned && ReturnReasons(found).Any() && ReturnReasons(found).All(allowed.Contains);
    }

    private static string Describe(Case found) =>
        string.Join(", ", ReturnReasons(found)) is { Length: > 0 } reasons ? $"{found.State}: {reasons}" : found.State.ToString();

    private static string WireName(ErrorReason reason) => Explaining.ReasonNames.WireName(reason);
}
