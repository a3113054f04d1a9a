namespace SmeOrleans.Domain.Tests.Refusals;

// From the review on.
internal static partial class Provoked
{
    private static readonly RequestPlanChange SameMoney = new(PlanChangeKind.Content, Major: true, "", Example.Agreed, "");

    private static readonly VisitDraw Draw = VisitDraw.Of("draw", "107", ["a"], 5, Example.InWindow);

    private static Rejection? OfReview(string code) => code switch
    {
        "session.without_case" => Walk.ToQualified().With(facts => facts with { Session = Session.Unknown("s") }).Try(new FollowSession("s")).Refusal,
        "session.open" => Walk.To(CaseState.Approved).With(facts => facts with { Session = Example.Scheduled() }).Try(new FollowSession("s")).Refusal,
        "session.closed" => In(Example.Closed(), new CloseSession()),
        "session.not_ready" => In(Example.Scheduled(), new CloseSession()),
        "session.busy" => SessionRules.Decide(Example.Scheduled(), new AddToAgenda(["x"]),
            Example.SessionFacts() with { Busy = Example.SessionFacts().Busy.Add("x", "s2") }).Refusal,
        "panel.size" => Seating(Example.Members.Remove(Example.Lead).Remove(Example.Tied).Remove(Example.OtherReviewer), leading: []),
        "panel.fixed" => Seating(Example.Members.Remove(Example.Tied), leading: [Example.Tied]),
        "reviewer.unknown" => In(Example.Scheduled(), new Recuse(Example.CaseName, "reviewers/r9", ConflictSource.Office, "")),
        "reviewer.recused" => In(Example.Scheduled(), new NameDelegate(Example.CaseName, Example.Tied)),
        "reviewers.too_few" => In(TwoLeft(), new AssignByLoad(5)),
        "score.criteria" => In(Example.Scheduled(), new ScoreItem(Example.CaseName, Example.Lead, Example.Points(101), Grade.Unspecified, "")),
        "opinion.amounts" => In(Example.Scheduled(), new RecordOpinion(Example.CaseName, new("", [], [], []))),
        _ => null,
    };

    private static Rejection? OfMeeting(string code) => code switch
    {
        "meeting.not_decided" => Walk.To(CaseState.Graded).Try(new FollowMeeting()).Refusal,
        "meeting.phase" => One().Try(new FreezeMeeting()).Refusal,
        "meeting.not_ready" => One().With(facts => facts with { Unfinished = ["a"] }).Try(new OpenMeeting()).Refusal,
        "meeting.no_line" => new Chamber(new(1), Chamber.Entry("a", 1, Example.Agreed, line: "")).Try(new OpenMeeting()).Refusal,
        "meeting.unsigned" => One().Opened().Frozen().Try(new PublishResults()).Refusal,
        "meeting.nothing_to_undo" => One().Opened().Try(new UndoChange(Chamber.Main)).Refusal,
        "minutes.other" => One().Opened().Frozen().Try(new SignMinutes("r0", "metal", "")).Refusal,
        "budget.exceeded" => One(money: 1).Opened().Try(new MakeChange(Chamber.Main, Chamber.Change(MeetingChangeKind.Approve, "a"))).Refusal,
        "scenario.unknown" => One().Opened().Try(new UndoChange("x")).Refusal,
        "limit.exceeded" => Enumerable.Range(1, 19).Aggregate(One().Opened(), (chamber, number) => chamber.Do(new CopyScenario(Chamber.Main, $"s{number}")))
            .Try(new CopyScenario(Chamber.Main, "s20")).Refusal,
        "entry.unknown" => One().Opened().Try(new MakeChange(Chamber.Main, Chamber.Change(MeetingChangeKind.Decline, "x"))).Refusal,
        "entry.not_recommended" => new Chamber(new(1), Chamber.Entry("a", 1, Example.Agreed, grade: Grade.Not)).Opened()
            .Try(new MakeChange(Chamber.Main, Chamber.Change(MeetingChangeKind.Approve, "a"))).Refusal,
        "unit.running_cap" => One().With(Capped).Opened().Do(new MakeChange(Chamber.Main, Chamber.Change(MeetingChangeKind.Approve, "a")))
            .Try(new MakeChange(Chamber.Main, Chamber.Change(MeetingChangeKind.Approve, "b"))).Refusal,
        "offer.none" => One().Opened().Published().Try(new AnswerOffer("a", Accept: true)).Refusal,
        "offer.late" => Offered().With(facts => facts with { ReceivedAt = facts.ReceivedAt.AddDays(30) }).Try(new AnswerOffer("b", Accept: true)).Refusal,
        _ => null,
    };

    private static Rejection? OfContract(string code) => code switch
    {
        "plan.confirmed" => Walk.To(CaseState.PlanRevision).Do(new ConfirmPlan([])).Try(new ReturnPlan("")).Refusal,
        "plan.not_confirmed" => Walk.To(CaseState.PlanRevision).Try(new SignContract("", default)).Refusal,
        "plan.answers" => Walk.To(CaseState.Approved).Try(new RevisePlan("", [new("c1", "")], "")).Refusal,
        "plan.document" => Walk.To(CaseState.Approved).Try(new RevisePlan("", Example.Answers, "other")).Refusal,
        "document.plan_only" => Walk.To(CaseState.Approved).Try(new AttachDocument(Example.Document(DocumentKind.Tax))).Refusal,
        "plan_change.pending" => Walk.ToExecuting().Do(SameMoney).Try(SameMoney).Refusal,
        "plan_change.none" => Walk.ToExecuting().Do(SameMoney).Try(new DecideMinorChange(Confirm: true, "")).Refusal,
        "plan_change.money" => Walk.ToExecuting().Try(SameMoney with { Budget = Example.Money(147_801, 37_750) }).Refusal,
        "payment.nothing_due" => Walk.To(CaseState.Accepted).Do(new PayInstalment(2)).Try(new PayInstalment(2)).Refusal,
        "payment.open" => Walk.To(CaseState.Accepted).Try(new CloseCase()).Refusal,
        "refund.too_much" => Walk.To(CaseState.Terminated).Try(new RecordRefund(new(73_901), "")).Refusal,
        "spending.impossible" => Walk.ToExecuting().Try(new FileAccountingReport(1, new(new(147_801), new(0), new(0)))).Refusal,
        "accounting.number" => Walk.ToExecuting().Try(new FileAccountingReport(2, Walk.Spent)).Refusal,
        "accounting.missing" => Walk.ToFinalReview().Try(new AcceptCase(Ntd.Zero, "")).Refusal,
        "midterm.missing" => Walk.ToExecuting().Try(new ReviewMidterm(Passed: true, "")).Refusal,
        "visit.planned" => Walk.ToExecuting().Do(new SelectForVisit("excellent")).Try(new PickForVisit("excellent")).Refusal,
        "sample.drawn" => VisitDrawRules.Decide(Draw, Draw.Name, new("107"), ["a"], Example.Rules.Execution, Example.InWindow).Refusal,
        "sample.empty" => VisitDrawRules.Decide(null, Draw.Name, new("107"), [], Example.Rules.Execution, Example.InWindow).Refusal,
        "visit.not_planned" => Walk.ToExecuting().Try(new RecordVisit(default, Example.Lead, VisitResult.AsPlanned, "")).Refusal,
        _ => null,
    };

    private static Rejection? OfFinal(string code) => code switch
    {
        "final.missing" => Settlements.Preview(Walk.ToExecuting().Case, Ntd.Zero, Example.Rules.Execution, Example.InWindow).Refusal,
        "final.passed" => Walk.ToFinalReview().Try(new FileFinalReport(Walk.Spent, "", "")).Refusal,
        "final.not_passed" => Walk.To(CaseState.FinalReported).Judged(FinalVerdict.Meeting).Try(new AcceptCase(Ntd.Zero, "")).Refusal,
        "final.points_open" => Walk.To(CaseState.FinalReported).Try(new JudgeFinal(true, true, false, true, FinalVerdict.Pass, "")).Refusal,
        "benefits.missing" => Walk.ToFinalReview().Do(new FileAccountingReport(1, Walk.Spent)).Do(new FileAccountingReport(2, Walk.Spent))
            .Try(new AcceptCase(Ntd.Zero, "")).Refusal,
        "award.not_pledged" => Walk.ToFinalReview().Try(new RecordAwardResult(Won: true)).Refusal,
        "award.result_missing" => Walk.ToFinalReview(application: Example.Application with { DesignAwardPledge = true }).Complete()
            .Try(new AcceptCase(Ntd.Zero, "")).Refusal,
        _ => null,
    };

    private static Rejection? OfAnomaly(string code) => code switch
    {
        "correction.late" => Walk.To(CaseState.CorrectionOrdered) is var walk
            ? walk.At(walk.Case.Execution!.OpenAnomaly!.Correction.ExpiresAt + Example.Tick).Try(new AnswerCorrection("")).Refusal : null,
        "correction.unanswered" => Walk.To(CaseState.CorrectionOrdered).Try(new AcceptCorrection("")).Refusal,
        "correction.runs" => Walk.ToExecuting().Do(new OrderCorrection("", Major: false)).Try(new JudgeAnomaly(AnomalyOutcome.GoesOn, "")).Refusal,
        "panel.called" => Walk.To(CaseState.CorrectionOrdered).Do(new CallPanel("")).Try(new JudgeAnomaly(AnomalyOutcome.GoesOn, "")).Refusal,
        "panel.not_called" => Walk.To(CaseState.CorrectionOrdered).Try(new JudgeAsPanel(AnomalyOutcome.GoesOn, "")).Refusal,
        _ => null,
    };

    private static Rejection? In(Session session, SessionCommand command) => SessionRules.Decide(session, command, Example.SessionFacts()).Refusal;

    private static Rejection? Seating(ImmutableSortedSet<string> members, ImmutableHashSet<string> leading) => PanelRules.Decide(
        Example.Panel, new SeatPanel(Example.RoundName, "metal", Example.Chair, members), new(Example.Round, [.. Example.Members], leading)).Refusal;

    private static Session TwoLeft() => new[] { Example.OtherReviewer, "reviewers/r3" }.Aggregate(Example.Scheduled(), (session, reviewer) =>
        SessionRules.Decide(session, new Recuse(Example.CaseName, reviewer, ConflictSource.Office, ""), Example.SessionFacts())
            .Events.Aggregate(session, (state, happened) => state.Apply(happened)));

    private static Chamber One(long money = 1_000_000) => new(new(money), Chamber.Entry("a", 9_000, Example.Agreed), Chamber.Entry("b", 8_000, Example.Agreed));

    private static JointMeetingFacts Capped(JointMeetingFacts facts) =>
        facts with { Round = facts.Round with { Rules = facts.Round.Rules with { UnitRunningCap = 1 } } };

    private static Chamber Offered() => One(money: 150_000).Opened().Published().Do(new ReleasePlace("a"));
}
