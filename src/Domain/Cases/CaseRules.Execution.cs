namespace SmeOrleans.Domain.Cases;

// Contract, money, monitoring, acceptance and anomalies.
internal static partial class CaseRules
{
    // M-1
    public static Rejection? PlanNotConfirmed(Case subject, CaseCommand command, CaseFacts facts) =>
        subject.Execution!.LatestPlan?.Decision == PlanDecision.Confirmed ? Rejection.Because(Reasons.PlanConfirmed) : null;

    public static Rejection? PlanConfirmed(Case subject, CaseCommand command, CaseFacts facts) =>
        subject.Execution!.LatestPlan?.Decision == PlanDecision.Confirmed ? null : Rejection.Because(Reasons.PlanNotConfirmed);

    // M-1: each comment once, none invented, none left out.
    public static Rejection? EveryCommentAnswered(Case subject, CaseCommand command, CaseFacts facts)
    {
        var asked = Comments(subject).ToList();
        var answered = ((RevisePlan)command).Answers.ConvertAll(answer => answer.Comment);
        var open = asked.Except(answered).ToList();
        return open.Count == 0 && answered.Count == asked.Count
            ? null
            : Rejection.Because(Reasons.PlanAnswers, ("unanswered", string.Join(", ", open)), ("asked", asked.Count));
    }

    // M-7: a version names the plan document that the case holds, so that it stays readable.
    public static Rejection? PlanIsUploaded(Case subject, CaseCommand command, CaseFacts facts)
    {
        var sha256 = command is RevisePlan revise ? revise.Sha256 : ((RequestPlanChange)command).Sha256;
        return sha256.Length == 0 || subject.Documents.GetValueOrDefault(DocumentKind.Proposal)?.Sha256 == sha256
            ? null
            : Rejection.Because(Reasons.PlanDocument);
    }

    public static Rejection? DocumentIsPlan(Case subject, CaseCommand command, CaseFacts facts) =>
        ((AttachDocument)command).Document.Kind == DocumentKind.Proposal ? null : Rejection.Because(Reasons.DocumentPlanOnly);

    public static Rejection? CommentsOfThePlan(Case subject, CaseCommand command, CaseFacts facts) =>
        ((ConfirmPlan)command).Comments.Except(Comments(subject)) is { IsEmpty: false } strange
            ? Rejection.Because(Reasons.PlanAnswers, ("unanswered", string.Join(", ", strange)), ("asked", Comments(subject).Count()))
            : null;

    // M-7
    public static Rejection? NoChangePending(Case subject, CaseCommand command, CaseFacts facts) =>
        Pending(subject) is { } pending ? Rejection.Because(Reasons.PlanChangePending, ("version", pending.Number)) : null;

    public static Rejection? MinorChangePending(Case subject, CaseCommand command, CaseFacts facts) =>
        Pending(subject) is { Major: false } ? null : Rejection.Because(Reasons.PlanChangeNone);

    public static Rejection? MajorChangePending(Case subject, CaseCommand command, CaseFacts facts) =>
        Pending(subject) is { Major: true } ? null : Rejection.Because(Reasons.PlanChangeNone);

    // A plan change can never raise the award, nor lower the company's share of the work it was given for (J-5, F-1).
    public static Rejection? AwardNotExceeded(Case subject, CaseCommand command, CaseFacts facts)
    {
        if (((RequestPlanChange)command).Budget is not { } budget)
        {
            return null;
        }

        var contract = subject.Execution!.Contract!.Budget;
        return FundingRules.AddsUp(budget) ?? (budget.Government <= contract.Government && budget.Self >= contract.Self
            ? null
            : Rejection.Because(Reasons.PlanChangeMoney, ("government", contract.Government), ("self", contract.Self)));
    }

    // M-2
    public static Rejection? FirstInstalmentAsked(Case subject, CaseCommand command, CaseFacts facts) => InstalmentAsked(command, 1);

    public static Rejection? SecondInstalmentAsked(Case subject, CaseCommand command, CaseFacts facts) => InstalmentAsked(command, 2);

    public static Rejection? SecondInstalmentDue(Case subject, CaseCommand command, CaseFacts facts) =>
        subject.Execution!.Acceptance!.Settlement.SecondInstalment > Ntd.Zero && !HasPaidSecond(subject)
            ? null
            : Rejection.Because(Reasons.PaymentNothingDue);

    // M-4
    public static Rejection? NextReportNumber(Case subject, CaseCommand command, CaseFacts facts)
    {
        var next = subject.Execution!.AccountingReports.Count + 1;
        return ((FileAccountingReport)command).Number == next && next <= facts.Round.Rules.Execution.AccountingReports
            ? null
            : Rejection.Because(Reasons.AccountingNumber, ("next", next), ("reports", facts.Round.Rules.Execution.AccountingReports));
    }

    /// <summary>Nothing negative, no more than was agreed, and no more of the company's money spent than it paid (M-3).</summary>
    public static Rejection? SpendingPossible(Case subject, CaseCommand command, CaseFacts facts)
    {
        var spending = command switch
        {
            FileAccountingReport c => c.Spending,
            FileMidtermReport c => c.Spending,
            FileFinalReport c => c.Spending,
            _ => throw new InvalidOperationException($"No spending in {command.GetType().Name}"),
        };
        var agreed = Settlements.AgreedBudget(subject);
        return spending.Government >= Ntd.Zero && spending.Government <= agreed.Government
            && spending.SelfSpent >= Ntd.Zero && spending.SelfSpent <= spending.SelfPaid
            ? null
            : Rejection.Because(Reasons.SpendingImpossible, ("government", agreed.Government), ("self_paid", spending.SelfPaid));
    }

    // M-5
    public static Rejection? MidtermFiled(Case subject, CaseCommand command, CaseFacts facts) =>
        subject.Execution!.Midterm is { Passed: null } ? null : Rejection.Because(Reasons.MidtermMissing);

    public static Rejection? MidtermPasses(Case subject, CaseCommand command, CaseFacts facts) =>
        ((ReviewMidterm)command).Passed ? null : Rejection.Because(Reasons.MidtermMissing);

    public static Rejection? NoMidtermNeeded(Case subject, CaseCommand command, CaseFacts facts) =>
        facts.Round.Rules.Execution.MidtermReport ? Rejection.Because(Reasons.MidtermMissing) : null;

    // M-6
    public static Rejection? NoVisitPlanned(Case subject, CaseCommand command, CaseFacts facts) =>
        subject.Execution!.Visits.Exists(visit => visit.VisitedOn is null) ? Rejection.Because(Reasons.VisitPlanned) : null;

    public static Rejection? VisitIsPlanned(Case subject, CaseCommand command, CaseFacts facts) =>
        subject.Execution!.Visits.Exists(visit => visit.VisitedOn is null) ? null : Rejection.Because(Reasons.VisitNotPlanned);

    public static Rejection? VisitNotAhead(Case subject, CaseCommand command, CaseFacts facts) =>
        ((RecordVisit)command).VisitedOn <= Taipei.DateAt(facts.ReceivedAt)
            ? null
            : Rejection.OfFields(new FieldViolation("visit_date", "must not be in the future"));

    public static Rejection? ReasonOfRound(Case subject, CaseCommand command, CaseFacts facts)
    {
        var reason = command is SelectForVisit select ? select.Reason : ((PickForVisit)command).Reason;
        return facts.Round.Rules.Execution.VisitReasons.Exists(known => known.Code == reason)
            ? null
            : Rejection.OfFields(new FieldViolation("reason", "must be a visit reason of the round"));
    }

    // E-1
    public static Rejection? FinalNotPassed(Case subject, CaseCommand command, CaseFacts facts) =>
        subject.State == CaseState.FinalReview && LastVerdict(subject) == FinalVerdict.Pass ? Rejection.Because(Reasons.FinalPassed) : null;

    public static Rejection? FinalPassed(Case subject, CaseCommand command, CaseFacts facts) =>
        LastVerdict(subject) == FinalVerdict.Pass ? null : Rejection.Because(Reasons.FinalNotPassed);

    public static Rejection? VerdictFitsPoints(Case subject, CaseCommand command, CaseFacts facts) => (JudgeFinal)command switch
    {
        { Verdict: FinalVerdict.Pass } c when !(c.DifferencesAcceptable && c.OutputsProveIt && c.ResultsMatchGoals) =>
            Rejection.Because(Reasons.FinalPointsOpen),
        { Verdict: FinalVerdict.Unspecified } => Rejection.OfFields(new FieldViolation("verdict", "must be given")),
        _ => null,
    };

    public static Rejection? AccountsComplete(Case subject, CaseCommand command, CaseFacts facts) =>
        subject.Execution!.AccountingReports.Count >= facts.Round.Rules.Execution.AccountingReports
            ? null
            : Rejection.Because(Reasons.AccountingMissing, ("filed", subject.Execution.AccountingReports.Count), ("reports", facts.Round.Rules.Execution.AccountingReports));

    // E-3
    public static Rejection? BenefitsThere(Case subject, CaseCommand command, CaseFacts facts) =>
        subject.Execution!.Benefits.IsEmpty && !facts.Round.Rules.Execution.Indicators.IsEmpty ? Rejection.Because(Reasons.BenefitsMissing) : null;

    public static Rejection? IndicatorsOfRound(Case subject, CaseCommand command, CaseFacts facts)
    {
        var amounts = ((RecordBenefits)command).Amounts;
        var known = facts.Round.Rules.Execution.Indicators.Select(indicator => indicator.Code).ToHashSet();
        return known.SetEquals(amounts.Keys) && amounts.Values.All(amount => amount >= Ntd.Zero)
            ? null
            : Rejection.OfFields(new FieldViolation("benefits", "must give each indicator of the round once, in NT$ of at least 0"));
    }

    // F-5
    public static Rejection? AwardPledged(Case subject, CaseCommand command, CaseFacts facts) =>
        subject.Application!.DesignAwardPledge ? null : Rejection.Because(Reasons.AwardNotPledged);

    public static Rejection? AwardResultKnown(Case subject, CaseCommand command, CaseFacts facts) =>
        subject.Application!.DesignAwardPledge && subject.Execution!.AwardWon is null ? Rejection.Because(Reasons.AwardResultMissing) : null;

    // E-2
    public static Rejection? ReductionPossible(Case subject, CaseCommand command, CaseFacts facts) => (AcceptCase)command switch
    {
        var c when c.PriceReduction < Ntd.Zero || c.PriceReduction > subject.Execution!.Final!.Spending.Government =>
            Rejection.OfFields(new FieldViolation("price_reduction_ntd", "must be 0 to the government money spent")),
        var c when c.PriceReduction > Ntd.Zero && c.ReductionReason.Length == 0 =>
            Rejection.OfFields(new FieldViolation("reduction_reason", "is required with a price reduction")),
        _ => null,
    };

    // E-4
    public static Rejection? AnswersOneToFive(Case subject, CaseCommand command, CaseFacts facts) =>
        ((RecordSurvey)command).Answers.TrueForAll(answer => answer is { Importance: >= 1 and <= 5, Satisfaction: >= 1 and <= 5 })
            ? null
            : Rejection.OfFields(new FieldViolation("answers", "importance and satisfaction must be 1 to 5"));

    public static Rejection? RefundWithinDue(Case subject, CaseCommand command, CaseFacts facts) =>
        RefundWithin(command, Settlements.RefundLeft(subject.Execution!));

    public static Rejection? RefundWithinPaid(Case subject, CaseCommand command, CaseFacts facts) => RefundWithin(command, subject.Execution!.Paid);

    // M-2, M-3: closed only when exactly what is payable was paid.
    public static Rejection? MoneySettled(Case subject, CaseCommand command, CaseFacts facts) =>
        subject.Execution!.Paid == subject.Execution.Acceptance!.Settlement.Payable
            ? null
            : Rejection.Because(Reasons.PaymentOpen, ("paid", subject.Execution.Paid), ("payable", subject.Execution.Acceptance.Settlement.Payable));

    //
    public static Rejection? InsideCorrectionTime(Case subject, CaseCommand command, CaseFacts facts) =>
        facts.ReceivedAt <= Open(subject).Correction.ExpiresAt
            ? null
            : Rejection.Because(Reasons.CorrectionLate, ("expire_time", Open(subject).Correction.ExpiresAt), ("receive_time", facts.ReceivedAt));

    public static Rejection? CorrectionTimeOver(Case subject, CaseCommand command, CaseFacts facts) =>
        facts.ReceivedAt > Open(subject).Correction.ExpiresAt && Open(subject) is { AnsweredAt: null, Overdue: false }
            ? null
            : Rejection.Because(Reasons.StateMove, ("state", subject.State), ("command", command.GetType().Name));

    public static Rejection? CorrectionWasAnswered(Case subject, CaseCommand command, CaseFacts facts) =>
        Open(subject).AnsweredAt is null ? Rejection.Because(Reasons.CorrectionUnanswered) : null;

    public static CaseRule CameFrom(CaseState state) => (subject, command, _) =>
        Open(subject).Resumes == state
            ? null
            : Rejection.Because(Reasons.StateMove, ("state", subject.State), ("command", command.GetType().Name));

    //
    public static Rejection? SeriousOrOverdue(Case subject, CaseCommand command, CaseFacts facts) =>
        Open(subject) is { Major: true } or { Overdue: true } || facts.ReceivedAt > Open(subject).Correction.ExpiresAt
            ? null
            : Rejection.Because(Reasons.CorrectionRuns, ("expire_time", Open(subject).Correction.ExpiresAt));

    public static Rejection? PanelNotCalled(Case subject, CaseCommand command, CaseFacts facts) =>
        Open(subject).PanelCalled ? Rejection.Because(Reasons.PanelCalled) : null;

    public static Rejection? PanelWasCalled(Case subject, CaseCommand command, CaseFacts facts) =>
        Open(subject).PanelCalled ? null : Rejection.Because(Reasons.PanelNotCalled);

    public static Rejection? GoesOn(Case subject, CaseCommand command, CaseFacts facts) => Judged(command, AnomalyOutcome.GoesOn);

    public static Rejection? ClosesAsIs(Case subject, CaseCommand command, CaseFacts facts) => Judged(command, AnomalyOutcome.ClosedAsIs);

    public static Rejection? Terminates(Case subject, CaseCommand command, CaseFacts facts) => Judged(command, AnomalyOutcome.Terminated);

    private static Rejection? Judged(CaseCommand command, AnomalyOutcome outcome) =>
        (command is JudgeAnomaly lead ? lead.Outcome : ((JudgeAsPanel)command).Outcome) == outcome
            ? null
            : Rejection.OfFields(new FieldViolation("outcome", "must be goes on, closed as is or terminated"));

    private static Rejection? InstalmentAsked(CaseCommand command, int number) =>
        ((PayInstalment)command).Number == number ? null : Rejection.Because(Reasons.PaymentNothingDue);

    private static Rejection? RefundWithin(CaseCommand command, Ntd most) =>
        ((RecordRefund)command).Amount is var amount && amount > Ntd.Zero && amount <= most
            ? null
            : Rejection.Because(Reasons.RefundTooMuch, ("most", most));

    private static bool HasPaidSecond(Case subject) => subject.Execution!.Ledger.Exists(entry => entry.Kind == LedgerKind.SecondInstalment);

    private static IEnumerable<string> Comments(Case subject) => subject.Review?.Opinion?.Comments.Select(comment => comment.Id) ?? [];

    private static PlanVersion? Pending(Case subject) =>
        subject.Execution!.LatestPlan is { Decision: PlanDecision.Pending } pending ? pending : null;

    private static FinalVerdict? LastVerdict(Case subject) => subject.Execution!.Judgements is [.., var last] ? last.Verdict : null;

    private static Anomaly Open(Case subject) => subject.Execution!.OpenAnomaly!;
}
