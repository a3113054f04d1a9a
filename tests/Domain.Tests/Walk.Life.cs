namespace SmeOrleans.Domain.Tests;

// To every state by commands alone, so that no example can drift from the machine.
internal sealed partial class Walk
{
    /// <summary>The spending that settles to 142,702 (M-3).</summary>
    public static readonly Spending Spent = new(new(147_800), new(37_750), new(36_448));

    /// <summary>Money that the panel recommends, the meeting approves and the contract agrees on.</summary>
    private Budget Agreed { get; init; } = Example.Agreed;

    public static Walk To(CaseState state) => state switch
    {
        CaseState.None => new(),
        CaseState.Draft => ToDraft(),
        CaseState.Submitted => ToDraft().Do(new Submit()),
        CaseState.Screening => ToScreening(),
        CaseState.SupplementRequested => ToSupplement(DocumentKind.Tax),
        CaseState.Qualified => ToQualified(),
        CaseState.Returned => ToScreening().With(Blocked).Do(new CompleteScreening()),
        CaseState.Withdrawn => ToDraft().Do(new Withdraw("")),
        CaseState.InReview => ToQualified().Scheduled(),
        CaseState.Graded => ToQualified().Scheduled().Graded(),
        CaseState.Recommended => ToRecommended(),
        CaseState.NotRecommended => ToQualified().Scheduled().Graded(points: 50).Met(EntryDecision.None, Grade.Not),
        CaseState.Approved => ToApproved(),
        CaseState.Reserve => ToRecommended().Met(EntryDecision.Reserve),
        CaseState.Offered => ToRecommended().Met(EntryDecision.Reserve).Met(EntryDecision.Offered),
        CaseState.Declined => ToRecommended().Met(EntryDecision.Declined),
        CaseState.GaveUp => ToApproved().Do(new GiveUp("另有規劃")),
        CaseState.PlanRevision => ToApproved().Revised(),
        CaseState.Contracted => ToContracted(),
        CaseState.Executing => ToExecuting(),
        CaseState.MidtermChecked => ToExecuting().MidtermPassed(),
        CaseState.FinalReported => ToExecuting().MidtermPassed().Finished(Spent),
        CaseState.FinalReview => ToFinalReview(),
        CaseState.Accepted => ToAccepted(),
        CaseState.Closed => ToAccepted().Do(new PayInstalment(2)).Do(new CloseCase()),
        CaseState.Discontinued => ToExecuting().Do(new Discontinue("歇業")),
        CaseState.CorrectionOrdered => ToExecuting().Do(new OrderCorrection("進度落後", Major: true)),
        CaseState.ClosedAsIs => To(CaseState.CorrectionOrdered).Do(new JudgeAnomaly(AnomalyOutcome.ClosedAsIs, "")),
        CaseState.Terminated => To(CaseState.CorrectionOrdered).Do(new JudgeAnomaly(AnomalyOutcome.Terminated, "")),
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    public static Walk ToQualified(Application? application = null) => ToScreening(application).Do(new CompleteScreening());

    public static Walk ToRecommended(Application? application = null, Budget? agreed = null) =>
        ToQualified(application).WithAgreed(agreed).Scheduled().Graded().Met(EntryDecision.None);

    public static Walk ToApproved(Application? application = null, Budget? agreed = null) =>
        ToRecommended(application, agreed).Met(EntryDecision.Approved);

    public static Walk ToContracted(Application? application = null, Budget? agreed = null) =>
        ToApproved(application, agreed).Revised().Do(new ConfirmPlan([])).Do(new SignContract("107-1-001", new(2018, 7, 1)));

    public static Walk ToExecuting(Application? application = null, Budget? agreed = null) =>
        ToContracted(application, agreed).Do(new PayInstalment(1));

    /// <summary>The final report has passed.</summary>
    public static Walk ToFinalReview(Spending? spent = null, Application? application = null, Budget? agreed = null) =>
        ToExecuting(application, agreed).MidtermPassed().Finished(spent ?? Spent).Judged(FinalVerdict.Pass);

    public static Walk ToAccepted() => ToFinalReview().Complete().Do(new AcceptCase(Ntd.Zero, ""));

    public Walk Scheduled() => With(facts => facts with { Session = Example.Scheduled(Case.Application!.Budget) }).Do(new FollowSession(Example.SessionName));

    public Walk Graded(int points = 85) =>
        With(facts => facts with { Session = Example.Closed(points, Agreed) }).Do(new FollowSession(Example.SessionName));

    public Walk Met(EntryDecision decision, Grade grade = Grade.Priority) => WithMeeting(decision, grade).Do(new FollowMeeting());

    public Walk WithMeeting(EntryDecision decision, Grade grade = Grade.Priority) =>
        With(facts => facts with { Meeting = Example.Meeting(decision, grade, Agreed) });

    public Walk Revised() => Do(new RevisePlan("依審查意見修正", Example.Answers, ""));

    public Walk MidtermPassed() =>
        Do(new FileMidtermReport(new(new(Agreed.Government.Amount / 3), new(20_000), new(15_000)), 50, "如期")).Do(new ReviewMidterm(Passed: true, ""));

    public Walk Finished(Spending spent) => Do(new FileFinalReport(spent, "完成", ""));

    public Walk Judged(FinalVerdict verdict) => Do(new JudgeFinal(true, true, true, true, verdict, ""));

    /// <summary>Everything that acceptance asks for besides the final report: accounts and benefits.</summary>
    public Walk Complete()
    {
        for (var number = Case.Execution!.AccountingReports.Count + 1; number <= Facts.Round.Rules.Execution.AccountingReports; number++)
        {
            Do(new FileAccountingReport(number, Case.Execution.Final!.Spending));
        }

        return Do(new RecordBenefits(Benefits));
    }

    public static readonly ImmutableSortedDictionary<string, Ntd> Benefits = Example.Rules.Execution.Indicators
        .ToImmutableSortedDictionary(indicator => indicator.Code, _ => new Ntd(1_000), StringComparer.Ordinal);

    private Walk WithAgreed(Budget? agreed) => agreed is null ? this : new() { Case = Case, Facts = Facts, Agreed = agreed };
}
