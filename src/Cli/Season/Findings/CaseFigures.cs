namespace SmeOrleans.Cli.Season.Findings;

/// <summary>What a case says of its way.</summary>
internal static class CaseFigures
{
    public static bool IsCommon(this Case found) => found.Application.Mode == CaseMode.Common;

    public static bool IsReviewed(this Case found) => found.Review?.MeanScore.Length > 0;

    /// <summary>Approved once, whatever became of it: its money ledger begins with what was committed.</summary>
    public static bool WasApproved(this Case found) => found.Execution is not null && found.ApprovedNtd() > 0;

    public static long ApprovedNtd(this Case found) =>
        found.Execution?.Ledger.Where(entry => entry.Kind == LedgerKind.Committed).Sum(entry => entry.CommittedNtd) ?? 0;

    public static bool IsAccepted(this Case found) => found.Execution?.Acceptance is not null;

    public static long PaidNtd(this Case found, LedgerKind kind) =>
        found.Execution?.Ledger.Where(entry => entry.Kind == kind).Sum(entry => entry.PaidNtd) ?? 0;

    public static long BenefitNtd(this Case found) => found.IsAccepted() ? found.Execution.Benefits.Sum(benefit => benefit.AmountNtd) : 0;
}
