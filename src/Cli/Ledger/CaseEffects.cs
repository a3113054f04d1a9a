namespace SmeOrleans.Cli.Ledger;

/// <summary>What must be seen of a case once a step of it was acknowledged, whatever happened afterwards.</summary>
internal static class CaseEffects
{
    private static readonly ImmutableDictionary<string, Func<Case, bool>> Seen = new Dictionary<string, Func<Case, bool>>
    {
        [CaseSteps.Supplement] = found => found.Supplement?.AnswerTime is not null,
        [CaseSteps.RevisePlan] = found => found.Execution?.Plans.Count > 0,
        [CaseSteps.ConfirmPlan] = found => found.Execution?.Plans.Any(plan => plan.Decision == PlanDecision.Confirmed) == true,
        [CaseSteps.SignContract] = found => found.Execution?.Contract is not null,
        [CaseSteps.FirstInstalment] = found => Has(found, LedgerKind.FirstInstalment),
        [CaseSteps.SecondInstalment] = found => Has(found, LedgerKind.SecondInstalment),
        [CaseSteps.Refund] = found => Has(found, LedgerKind.Refund),
        [CaseSteps.MidtermReport] = found => found.Execution?.Midterm is not null,
        [CaseSteps.MidtermReview] = found => found.Execution?.Midterm?.ReviewTime is not null,
        [CaseSteps.Visit] = found => found.Execution?.Visits.Any(visit => visit.VisitDate.Length > 0) == true,
        [CaseSteps.FinalReport] = found => found.Execution?.FinalReport is not null,
        [CaseSteps.FinalPassed] = found => found.Execution?.Judgements.Any(judgement => judgement.Verdict == FinalVerdict.Pass) == true,
        [CaseSteps.Benefits] = found => found.Execution?.Benefits.Count > 0,
        [CaseSteps.Accept] = found => found.Execution?.Acceptance is not null,
        [CaseSteps.Close] = found => found.State == CaseState.Closed,
        [CaseSteps.Discontinue] = found => found.State == CaseState.Discontinued,
    }.ToImmutableDictionary();

    /// <summary>False: the step was acknowledged, but the case does not show it.</summary>
    public static bool IsSeen(string step, Case found) => !Seen.TryGetValue(step, out var seen) || seen(found);

    /// <summary>No payment was made twice.</summary>
    public static bool PaidOnce(Case found) => found.Execution is null || found.Execution.Ledger
        .Where(entry => entry.Kind is LedgerKind.Committed or LedgerKind.FirstInstalment or LedgerKind.SecondInstalment)
        .GroupBy(entry => entry.Kind).All(entries => entries.Count() == 1);

    private static bool Has(Case found, LedgerKind kind) => found.Execution?.Ledger.Any(entry => entry.Kind == kind) == true;
}
