namespace SmeOrleans.Domain.Tests.Histories;

// What a step's detail says, to the dollar and one beside it; mostly what gets on.
internal sealed partial class CaseLife
{
    private CaseCommand Of(string command, int detail) => command switch
    {
        nameof(SaveDraft) => Example.Draft(Applications[detail % Applications.Length], Case.State == CaseState.None ? null : _version - detail % 5 / 4),
        nameof(AttachDocument) => new AttachDocument(Example.Document(Case.Missing(Example.Rules) is [var missing, ..] && detail % 4 > 0
            ? missing : (DocumentKind)(detail / 4 % 7)) with { Sha256 = new((char)('a' + detail % 6), 64) }),
        nameof(Submit) => new Submit(),
        nameof(Withdraw) => new Withdraw(""),
        nameof(BeginScreening) => new BeginScreening(),
        nameof(RequestSupplement) => new RequestSupplement("請補件"),
        nameof(AnswerSupplement) => new AnswerSupplement(),
        nameof(LapseSupplement) => new LapseSupplement(),
        nameof(RecordDuplicateCheck) => new RecordDuplicateCheck("p", detail % 25 == 0 ? DuplicateAnswer.Duplicate : DuplicateAnswer.Clear),
        nameof(RecordFormGaps) => new RecordFormGaps(detail % 25 == 0 ? ["x"] : []),
        nameof(CompleteScreening) => new CompleteScreening(),
        nameof(FollowProject) => new FollowProject(),
        nameof(FollowSession) => new FollowSession(Example.SessionName),
        nameof(FollowMeeting) => new FollowMeeting(),
        nameof(GiveUp) => new GiveUp("另有規劃"),
        nameof(RevisePlan) => new RevisePlan("", detail % 7 == 0 ? Example.Answers.RemoveAt(0) : Answers, ""),
        nameof(ConfirmPlan) => new ConfirmPlan(detail % 3 == 0 ? ["c1"] : detail % 17 == 1 ? ["c9"] : []),
        nameof(ReturnPlan) => new ReturnPlan(""),
        nameof(SignContract) => new SignContract("107-1-001", new(2018, 7, 1)),
        nameof(RequestPlanChange) => new RequestPlanChange((PlanChangeKind)(2 + detail % 4), detail % 2 == 0, "", detail % 11 == 0 ? null : NewMoney(detail / 8), detail % 13 == 0 ? "other" : ""),
        nameof(DecideMinorChange) => new DecideMinorChange(detail % 3 > 0, ""),
        nameof(DecideMajorChange) => new DecideMajorChange(detail % 3 > 0, ""),
        _ => OfExecution(command, detail),
    };

    private CaseCommand OfExecution(string command, int detail) => command switch
    {
        nameof(PayInstalment) => new PayInstalment(Case.State == CaseState.Contracted ? 1 + detail % 9 / 8 : 2 - detail % 9 / 8),
        nameof(RecordRefund) => new RecordRefund(Refund(detail), ""),
        nameof(FileAccountingReport) => new FileAccountingReport((Case.Execution?.AccountingReports.Count ?? 0) + 1 + detail % 9 / 8, Spent(detail / 9)),
        nameof(FileMidtermReport) => new FileMidtermReport(Spent(detail), 50, ""),
        nameof(ReviewMidterm) => new ReviewMidterm(detail % 4 > 0, ""),
        nameof(SelectForVisit) => new SelectForVisit(detail % 7 == 0 ? "whim" : "excellent"),
        nameof(PickForVisit) => new PickForVisit(detail % 7 == 0 ? "whim" : "abnormal"),
        nameof(RecordVisit) => new RecordVisit(Taipei.DateAt(_now).AddDays(detail % 9 == 0 ? 1 : 0), Example.Lead, VisitResult.AsPlanned, ""),
        nameof(FileFinalReport) => new FileFinalReport(Spent(detail), "", ""),
        nameof(JudgeFinal) => new JudgeFinal(true, true, detail % 7 > 0, true, (FinalVerdict)(detail % 3 > 0 ? 1 : detail / 3 % 5), ""),
        nameof(RecordBenefits) => new RecordBenefits(detail % 9 == 0 ? Tests.Walk.Benefits.Remove("inc_orders") : Tests.Walk.Benefits),
        nameof(RecordSurvey) => new RecordSurvey((Respondent)(1 + detail % 2), [new("q", 1 + detail % 6, 5)]),
        nameof(RecordAwardResult) => new RecordAwardResult(detail % 2 == 0),
        nameof(AcceptCase) => new AcceptCase(Reduction(detail), detail % 9 == 0 ? "" : "未完成"),
        nameof(CloseCase) => new CloseCase(),
        nameof(OrderCorrection) => new OrderCorrection("", detail % 2 == 0),
        nameof(AnswerCorrection) => new AnswerCorrection(""),
        nameof(AcceptCorrection) => new AcceptCorrection(""),
        nameof(LapseCorrection) => new LapseCorrection(),
        nameof(CallPanel) => new CallPanel(""),
        nameof(JudgeAnomaly) => new JudgeAnomaly(Outcome(detail), ""),
        nameof(JudgeAsPanel) => new JudgeAsPanel(Outcome(detail), ""),
        nameof(Discontinue) => new Discontinue("歇業"),
        _ => throw new ArgumentOutOfRangeException(nameof(command), $"no random {command}"),
    };

    private static readonly ImmutableArray<Application> Applications =
    [
        Example.Application, Example.Application with { DesignAwardPledge = true }, Example.Application with { DesignAwardPledge = true },
        Example.CommonApplication, Example.Application with { Group = "x" },
    ];

    private ImmutableList<CommentAnswer> Answers => Case.Review is null ? [] : Example.Answers;

    private Budget Agreed => Case.Execution?.Contract is null ? Example.Agreed : Settlements.AgreedBudget(Case);

    private Budget NewMoney(int detail) => Agreed switch
    {
        var (_, government, self) => (detail % 8) switch
        {
            0 => Example.Money(government.Amount + 1, self.Amount),
            1 => Example.Money(government.Amount, self.Amount - 1),
            2 => Example.Money(government.Amount - 1, self.Amount),
            3 => Example.Money(government.Amount * 2 / 5, self.Amount + 7),
            4 => Example.Money(government.Amount, self.Amount) with { Total = new(1) },
            _ => Agreed,
        },
    };

    private Spending Spent(int detail)
    {
        var (_, government, self) = Agreed;
        long[] ofGovernment = [government.Amount, government.Amount, government.Amount - 1, government.Amount * 2 / 5, 0, government.Amount + 1, -1];
        long[] ofSelf = [self.Amount, self.Amount, self.Amount - 1, self.Amount * 9 / 10, self.Amount / 3, self.Amount + 1_000, 0, -1];
        var spent = ofSelf[detail / 7 % ofSelf.Length];
        return new(new(ofGovernment[detail % ofGovernment.Length]), new(spent - (detail / 56 % 20 == 0 ? 1 : 0)), new(spent));
    }

    private Ntd Refund(int detail)
    {
        var paid = Case.Execution?.Paid ?? Ntd.Zero;
        var due = Case.Execution?.Acceptance is null ? paid : Settlements.RefundLeft(Case.Execution);
        return (detail % 6) switch { 0 => due + new Ntd(1), 1 => new(1), 2 => Ntd.Zero, 3 => new(due.Amount / 2), _ => due };
    }

    private Ntd Reduction(int detail)
    {
        var spent = Case.Execution?.Final?.Spending.Government ?? Ntd.Zero;
        return (detail % 8) switch { 0 => spent + new Ntd(1), 1 => spent, 2 => new(-1), 3 => new(1), 4 => new(spent.Amount / 3), _ => Ntd.Zero };
    }

    private static AnomalyOutcome Outcome(int detail) =>
        (detail % 7) switch { 0 => AnomalyOutcome.ClosedAsIs, 1 => AnomalyOutcome.Terminated, 2 => AnomalyOutcome.Corrected, _ => AnomalyOutcome.GoesOn };
}
