namespace SmeOrleans.Domain.Tests.Cases;

/// <summary>For each command one example, and for each move a situation in which its rules hold.</summary>
internal static class Samples
{
    public static readonly ImmutableArray<Type> Commands = [.. ConcreteOf<CaseCommand>()];

    public static readonly ImmutableArray<Type> Events = [.. ConcreteOf<CaseEvent>()];

    private static readonly Spending Half = new(new(70_000), new(20_000), new(15_000));

    /// <summary>The command of a move. Where the state it leads to depends on what is asked, it asks for that.</summary>
    public static CaseCommand Of(CaseMove move) => (move.Command.Name, move.To) switch
    {
        (nameof(ReviewMidterm), CaseState.Executing) => new ReviewMidterm(Passed: false, "請補正"),
        (nameof(PayInstalment), CaseState.Accepted) => new PayInstalment(2),
        (nameof(JudgeAnomaly), CaseState.ClosedAsIs) => new JudgeAnomaly(AnomalyOutcome.ClosedAsIs, ""),
        (nameof(JudgeAnomaly), CaseState.Terminated) => new JudgeAnomaly(AnomalyOutcome.Terminated, ""),
        (nameof(JudgeAsPanel), CaseState.ClosedAsIs) => new JudgeAsPanel(AnomalyOutcome.ClosedAsIs, ""),
        (nameof(JudgeAsPanel), CaseState.Terminated) => new JudgeAsPanel(AnomalyOutcome.Terminated, ""),
        _ => Of(move.Command, move.From),
    };

    public static CaseCommand Of(Type command, CaseState from) => command.Name switch
    {
        nameof(SaveDraft) => Example.Draft(Example.Application with { Title = "另案" }, from == CaseState.None ? null : Example.Facts.Version),
        // From approval on only a revised plan is taken.
        nameof(AttachDocument) => new AttachDocument(Example.Document(from >= CaseState.Approved ? DocumentKind.Proposal : DocumentKind.Tax)),
        nameof(Submit) => new Submit(),
        nameof(Withdraw) => new Withdraw("不做了"),
        nameof(BeginScreening) => new BeginScreening(),
        nameof(RequestSupplement) => new RequestSupplement("請補件"),
        nameof(AnswerSupplement) => new AnswerSupplement(),
        nameof(LapseSupplement) => new LapseSupplement(),
        nameof(RecordDuplicateCheck) => new RecordDuplicateCheck("programmes/x", DuplicateAnswer.Clear),
        nameof(RecordFormGaps) => new RecordFormGaps(["第三頁"]),
        nameof(CompleteScreening) => new CompleteScreening(),
        nameof(FollowProject) => new FollowProject(),
        nameof(FollowSession) => new FollowSession(Example.SessionName),
        nameof(FollowMeeting) => new FollowMeeting(),
        _ => OfExecution(command),
    };

    private static CaseCommand OfExecution(Type command) => command.Name switch
    {
        nameof(GiveUp) => new GiveUp("另有規劃"),
        nameof(RevisePlan) => new RevisePlan("再修正", Example.Answers, ""),
        nameof(ConfirmPlan) => new ConfirmPlan(["c1"]),
        nameof(ReturnPlan) => new ReturnPlan("請再補充"),
        nameof(SignContract) => new SignContract("107-1-001", new(2018, 7, 1)),
        nameof(RequestPlanChange) => new RequestPlanChange(PlanChangeKind.Content, Major: true, "調整工作項目", Example.Agreed, ""),
        nameof(DecideMinorChange) => new DecideMinorChange(Confirm: true, ""),
        nameof(DecideMajorChange) => new DecideMajorChange(Confirm: true, ""),
        nameof(PayInstalment) => new PayInstalment(1),
        nameof(RecordRefund) => new RecordRefund(new(1), "溢付"),
        nameof(FileAccountingReport) => new FileAccountingReport(1, Half),
        nameof(FileMidtermReport) => new FileMidtermReport(Half, 50, "如期"),
        nameof(ReviewMidterm) => new ReviewMidterm(Passed: true, ""),
        nameof(SelectForVisit) => new SelectForVisit("excellent"),
        nameof(PickForVisit) => new PickForVisit("abnormal"),
        nameof(RecordVisit) => new RecordVisit(Taipei.DateAt(Example.InWindow), Example.Lead, VisitResult.AsPlanned, ""),
        nameof(FileFinalReport) => new FileFinalReport(Walk.Spent, "完成", ""),
        nameof(JudgeFinal) => new JudgeFinal(true, true, true, true, FinalVerdict.Pass, ""),
        nameof(RecordBenefits) => new RecordBenefits(Walk.Benefits),
        nameof(RecordSurvey) => new RecordSurvey(Respondent.Company, [new("q1", 5, 4)]),
        nameof(RecordAwardResult) => new RecordAwardResult(Won: true),
        nameof(AcceptCase) => new AcceptCase(Ntd.Zero, ""),
        nameof(CloseCase) => new CloseCase(),
        _ => OfAnomaly(command),
    };

    private static CaseCommand OfAnomaly(Type command) => command.Name switch
    {
        nameof(OrderCorrection) => new OrderCorrection("進度落後", Major: true),
        nameof(AnswerCorrection) => new AnswerCorrection("已改正"),
        nameof(AcceptCorrection) => new AcceptCorrection(""),
        nameof(LapseCorrection) => new LapseCorrection(),
        nameof(CallPanel) => new CallPanel(""),
        nameof(JudgeAnomaly) => new JudgeAnomaly(AnomalyOutcome.GoesOn, ""),
        nameof(JudgeAsPanel) => new JudgeAsPanel(AnomalyOutcome.GoesOn, ""),
        nameof(Discontinue) => new Discontinue("歇業"),
        _ => throw new ArgumentOutOfRangeException(nameof(command), $"no sample of {command.Name}"),
    };

    /// <summary>A case in the move's first state, with facts that satisfy all its rules.</summary>
    public static Walk Allowing(CaseMove move) => (move.Command.Name, move.From, move.To) switch
    {
        (nameof(RequestSupplement), _, _) => Walk.ToScreening(null, DocumentKind.Tax),
        (nameof(AnswerSupplement), _, _) => Supplied(),
        (nameof(LapseSupplement), _, CaseState.Screening) => AfterDeadline(Supplied()),
        (nameof(LapseSupplement), _, _) => AfterDeadline(Walk.To(move.From)),
        (nameof(CompleteScreening) or nameof(FollowProject), CaseState.Qualified, _) => Walk.To(move.From).With(facts => facts with
        {
            Project = Example.FullProject.Apply(new CaseDropped($"{Example.RoundName}/cases/1")), ReceivedAt = Example.ClosesAt + Example.Tick,
        }),
        (nameof(CompleteScreening), _, CaseState.Returned) => Walk.To(move.From).With(Walk.Blocked),
        (nameof(FollowSession), CaseState.Qualified, _) => Walk.To(move.From).With(facts => facts with { Session = Example.Scheduled() }),
        (nameof(FollowSession), CaseState.InReview, CaseState.Graded) => Walk.To(move.From).With(facts => facts with { Session = Example.Closed() }),
        (nameof(FollowSession), CaseState.InReview, CaseState.Qualified) => Walk.To(move.From).With(facts => facts with
        {
            Session = Example.Scheduled().Apply(new ItemRemoved(Example.InWindow, Example.CaseName)),
        }),
        // Late conflicts left too few sheets: the item goes to another session.
        (nameof(FollowSession), _, CaseState.Qualified) => Walk.To(move.From).With(facts => facts with
        {
            Session = Example.Closed().Apply(new ItemRemoved(Example.InWindow, Example.CaseName)),
        }),
        (nameof(FollowSession), not CaseState.InReview, _) => Walk.To(move.From).With(facts => facts with { Session = Example.Closed() }),
        (nameof(FollowMeeting), _, CaseState.Recommended) => Walk.To(move.From).WithMeeting(EntryDecision.None),
        (nameof(FollowMeeting), _, CaseState.NotRecommended) => Walk.To(move.From).WithMeeting(EntryDecision.None, Grade.Not),
        (nameof(FollowMeeting), _, CaseState.Approved) => Walk.To(move.From).WithMeeting(EntryDecision.Approved),
        (nameof(FollowMeeting), _, CaseState.Reserve) => Walk.To(move.From).WithMeeting(EntryDecision.Reserve),
        (nameof(FollowMeeting), _, CaseState.Offered) => Walk.To(move.From).WithMeeting(EntryDecision.Offered),
        (nameof(FollowMeeting), _, CaseState.Declined) => Declining(move),
        _ => AllowingExecution(move),
    };

    // Two rows lead from Recommended, and from Offered, to Declined: the meeting declines, or it approves and the quota is used up.
    private static Walk Declining(CaseMove move) => move.Rules.Length == 1
        ? Walk.To(move.From).WithMeeting(EntryDecision.Declined)
        : Walk.To(move.From).WithMeeting(EntryDecision.Approved)
            .With(facts => facts with { QuotaRefusal = Rejection.Because(Reasons.QuotaYear) });

    private static Walk AllowingExecution(CaseMove move) => (move.Command.Name, move.From) switch
    {
        (nameof(SignContract), _) => Walk.To(move.From).Do(new ConfirmPlan([])),
        (nameof(DecideMinorChange), _) => Walk.To(move.From).Do(new RequestPlanChange(PlanChangeKind.Schedule, Major: false, "", Example.Agreed, "")),
        (nameof(DecideMajorChange), _) => Walk.To(move.From).Do(new RequestPlanChange(PlanChangeKind.Content, Major: true, "", Example.Agreed, "")),
        (nameof(ReviewMidterm), _) => Walk.To(move.From).Do(new FileMidtermReport(Half, 50, "")),
        (nameof(RecordVisit), _) => Walk.To(move.From).Do(new SelectForVisit("excellent")),
        (nameof(FileFinalReport), CaseState.Executing) => Walk.To(move.From).With(WithoutMidterm),
        (nameof(FileFinalReport) or nameof(JudgeFinal), CaseState.FinalReview) => Walk.To(CaseState.FinalReported).Judged(FinalVerdict.Revise),
        (nameof(RecordAwardResult), CaseState.FinalReported) => Pledged(),
        (nameof(RecordAwardResult), _) => Pledged().Judged(FinalVerdict.Pass),
        (nameof(AcceptCase), _) => Walk.To(move.From).Complete(),
        (nameof(RecordRefund), CaseState.Accepted) => OverPaid(),
        (nameof(CloseCase), _) => Walk.To(move.From).Do(new PayInstalment(2)),
        _ => AllowingAnomaly(move),
    };

    private static Walk AllowingAnomaly(CaseMove move) => move.Command.Name switch
    {
        nameof(AcceptCorrection) => Ordered(move.To).Do(new AnswerCorrection("已改正")),
        nameof(LapseCorrection) => Late(Walk.To(move.From)),
        nameof(JudgeAnomaly) => Ordered(move.To),
        nameof(JudgeAsPanel) => Ordered(move.To).Do(new CallPanel("")),
        _ => Walk.To(move.From),
    };

    private static Walk Supplied() => Walk.To(CaseState.SupplementRequested).Do(new AttachDocument(Example.Document(DocumentKind.Tax)));

    private static Walk AfterDeadline(Walk walk) => walk.At(walk.Case.Supplement!.ExpiresAt + Example.Tick);

    private static Walk Late(Walk walk) => walk.At(walk.Case.Execution!.OpenAnomaly!.Correction.ExpiresAt + Example.Tick);

    private static Walk Pledged() => Walk.ToExecuting(Example.Application with { DesignAwardPledge = true }).MidtermPassed().Finished(Walk.Spent);

    /// <summary>Less was spent than the first instalment had paid.</summary>
    private static Walk OverPaid() => Walk.ToFinalReview(new(new(60_000), new(37_750), new(37_750))).Complete().Do(new AcceptCase(Ntd.Zero, ""));

    /// <summary>A correction that goes back to that state; where the case ends instead, one of the executing.</summary>
    private static Walk Ordered(CaseState resumes) => resumes is CaseState.ClosedAsIs or CaseState.Terminated
        ? Walk.To(CaseState.CorrectionOrdered)
        : Walk.To(resumes).Do(new OrderCorrection("進度落後", Major: true));

    private static CaseFacts WithoutMidterm(CaseFacts facts) => facts with
    {
        Round = Example.Round with { Rules = Example.Rules with { Execution = Example.Rules.Execution with { MidtermReport = false } } },
    };

    private static IEnumerable<Type> ConcreteOf<T>() => typeof(T).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(T)) && !type.IsAbstract);
}
