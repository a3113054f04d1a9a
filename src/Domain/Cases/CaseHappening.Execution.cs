namespace SmeOrleans.Domain.Cases;

// Contract, money, monitoring, acceptance and anomalies.
internal static partial class CaseHappening
{
    private static CaseEvent OfExecution(CaseMove move, Case subject, CaseCommand command, CaseFacts facts)
    {
        var at = facts.ReceivedAt;
        var execution = subject.Execution!;
        return command switch
        {
            GiveUp c => new CaseGaveUp(at, c.Reason, Decommit(execution, execution.Committed, c.Reason, at)),
            RevisePlan c => new PlanRevised(at, NewPlan(subject, PlanChangeKind.Revision, major: true, c.Summary, subject.Award!.Budget, c.Sha256, at) with { Answers = c.Answers }),
            ConfirmPlan c => new PlanAnswersConfirmed(at, Confirmed(subject, c, at)),
            ReturnPlan c => new PlanReturned(at, c.Note),
            SignContract c => new ContractSigned(at, new(
                c.Number, at, c.From, c.From.AddMonths(facts.Round.Rules.Execution.Months).AddDays(-1), execution.LatestPlan!.Budget)),
            RequestPlanChange c => new PlanChangeRequested(at, NewPlan(
                subject, c.Kind, c.Major, c.Summary, c.Budget ?? Settlements.AgreedBudget(subject), c.Sha256, at)),
            DecideMinorChange c => new PlanChangeDecided(at, Decided(execution.LatestPlan!, c.Confirm, c.Note, at)),
            DecideMajorChange c => new PlanChangeDecided(at, Decided(execution.LatestPlan!, c.Confirm, c.Note, at)),
            PayInstalment => new InstalmentPaid(at, Payment(subject, facts)),
            RecordRefund c => new RefundReceived(at, Refund(subject, c, at)),
            FileAccountingReport c => new AccountingReportFiled(at, new(c.Number, c.Spending, at)),
            FileMidtermReport c => new MidtermReportFiled(at, new(c.Spending, c.ProgressPercent, c.Summary, at, null, "", null)),
            ReviewMidterm c => new MidtermReviewed(at, c.Passed, c.Note),
            SelectForVisit c => new VisitPlanned(at, Planned(VisitSelection.Office, c.Reason, at)),
            PickForVisit c => new VisitPlanned(at, Planned(VisitSelection.Lead, c.Reason, at)),
            RecordVisit c => new VisitMade(at, execution.Visits.Find(visit => visit.VisitedOn is null)! with
                { VisitedOn = c.VisitedOn, Visitor = c.Visitor, Result = c.Result, Note = c.Note }),
            FileFinalReport c => new FinalReportFiled(at, new(c.Spending, c.Summary, c.UnfinishedNote, at)),
            JudgeFinal c => new FinalJudged(at, new(
                c.DoneAsPlanned, c.DifferencesAcceptable, c.OutputsProveIt, c.ResultsMatchGoals, c.Verdict, c.Note, at)),
            RecordBenefits c => new BenefitsRecorded(at, c.Amounts),
            RecordSurvey c => new SurveyRecorded(at, new(c.Respondent, c.Answers, at)),
            RecordAwardResult c => new AwardResultRecorded(at, c.Won),
            AcceptCase c => Acceptance(subject, c, facts),
            CloseCase => new CaseClosed(at),
            Discontinue c => new CaseDiscontinued(at, c.Reason, Unpaid(execution, c.Reason, at)),
            _ => OfAnomaly(move, subject, command, facts),
        };
    }

    private static CaseEvent OfAnomaly(CaseMove move, Case subject, CaseCommand command, CaseFacts facts)
    {
        var at = facts.ReceivedAt;
        return command switch
        {
            OrderCorrection c => new CorrectionRequired(at, new(
                subject.Execution!.Anomalies.Count + 1, c.Grounds, c.Major, subject.State,
                StatutoryClock.Derive(facts.Round.Rules.Deadlines.Correction, at, facts.Round.Rules.Deadlines.Suspensions, []),
                "", null, Overdue: false, PanelCalled: false, AnomalyOutcome.Open, "", null)),
            AnswerCorrection c => new CorrectionAnswered(at, c.Answer),
            LapseCorrection => new CorrectionLapsed(at),
            CallPanel c => new PanelCalled(at, c.Note),
            AcceptCorrection c => Settled(move, subject, AnomalyOutcome.Corrected, c.Note, at),
            JudgeAnomaly c => Settled(move, subject, c.Outcome, c.Note, at),
            JudgeAsPanel c => Settled(move, subject, c.Outcome, c.Note, at),
            _ => throw new InvalidOperationException($"Unknown command {command.GetType().Name}"),
        };
    }

    private static AnomalySettled Settled(CaseMove move, Case subject, AnomalyOutcome outcome, string note, DateTimeOffset at)
    {
        var ends = move.To is CaseState.ClosedAsIs or CaseState.Terminated;
        return new(at, subject.Execution!.OpenAnomaly! with { Outcome = outcome, Note = note, DecidedAt = at }, move.To,
            ends ? Unpaid(subject.Execution, note, at) : []);
    }

    private static CaseAccepted Acceptance(Case subject, AcceptCase command, CaseFacts facts)
    {
        var settlement = Settlements.Settle(subject, command.PriceReduction, facts.Round.Rules.Execution);
        var execution = subject.Execution!;
        var surplus = execution.Committed - settlement.Payable;
        return new(facts.ReceivedAt, new(command.PriceReduction, command.ReductionReason, settlement, facts.ReceivedAt),
            surplus == Ntd.Zero ? [] : [Decommit(execution, surplus, command.ReductionReason, facts.ReceivedAt)]);
    }

    private static LedgerEntry Payment(Case subject, CaseFacts facts)
    {
        var execution = subject.Execution!;
        if (subject.State == CaseState.Accepted)
        {
            var settlement = execution.Acceptance!.Settlement;
            return new(NextLine(execution), LedgerKind.SecondInstalment, Ntd.Zero, settlement.SecondInstalment, "", settlement.Arithmetic, facts.ReceivedAt);
        }

        var (amount, arithmetic) = Settlements.FirstInstalment(Settlements.AgreedBudget(subject), facts.Round.Rules.Execution.FirstInstalmentPercent);
        return new(NextLine(execution), LedgerKind.FirstInstalment, Ntd.Zero, amount, "", arithmetic, facts.ReceivedAt);
    }

    // After acceptance too much was paid, and what is payable stays committed. A case that ended before it owes what it
    // was paid, and what comes back is no longer committed: so paid and committed meet in every end.
    private static LedgerEntry Refund(Case subject, RecordRefund command, DateTimeOffset at)
    {
        var back = Ntd.Zero - command.Amount;
        return new(NextLine(subject.Execution!), LedgerKind.Refund, subject.State == CaseState.Accepted ? Ntd.Zero : back, back, command.Note, [], at);
    }

    /// <summary>What was committed and will never be paid, when a case ends before its acceptance.</summary>
    private static ImmutableList<LedgerEntry> Unpaid(CaseExecution execution, string note, DateTimeOffset at) =>
        execution.Committed - execution.Paid is { Amount: > 0 } unpaid ? [Decommit(execution, unpaid, note, at)] : [];

    private static LedgerEntry Decommit(CaseExecution execution, Ntd amount, string note, DateTimeOffset at) =>
        new(NextLine(execution), LedgerKind.Decommitted, Ntd.Zero - amount, Ntd.Zero, note, [], at);

    private static int NextLine(CaseExecution execution) => execution.Ledger.Count + 1;

    private static PlanVersion NewPlan(
        Case subject, PlanChangeKind kind, bool major, string summary, Budget budget, string sha256, DateTimeOffset at) => new(
        subject.Execution!.Plans.Count + 1, kind, major, summary, budget, [], sha256, ImmutableSortedSet.Create<string>(StringComparer.Ordinal),
        PlanDecision.Pending, "", at, null);

    private static PlanVersion Confirmed(Case subject, ConfirmPlan command, DateTimeOffset at)
    {
        var plan = subject.Execution!.LatestPlan!;
        var all = plan.Answers.Select(answer => answer.Comment).ToImmutableSortedSet(StringComparer.Ordinal);
        var confirmed = command.Comments.IsEmpty ? all : plan.Confirmed.Union(command.Comments);
        return confirmed.IsSupersetOf(all)
            ? plan with { Confirmed = confirmed, Decision = PlanDecision.Confirmed, DecidedAt = at }
            : plan with { Confirmed = confirmed };
    }

    private static PlanVersion Decided(PlanVersion plan, bool confirm, string note, DateTimeOffset at) =>
        plan with { Decision = confirm ? PlanDecision.Confirmed : PlanDecision.Refused, DecisionNote = note, DecidedAt = at };

    private static Visit Planned(VisitSelection by, string reason, DateTimeOffset at) => new(by, reason, at, null, "", VisitResult.Unspecified, "");
}
