using static SmeOrleans.Domain.Access.CaseRight;
using static SmeOrleans.Domain.Cases.CaseMove;
using static SmeOrleans.Domain.Cases.CaseRules;
using static SmeOrleans.Domain.Cases.CaseState;

namespace SmeOrleans.Domain.Cases;

/// <summary>Every legal move of a case. What is not in the table is refused with <c>state.move</c>.</summary>
public static class CaseMachine
{
    private static readonly CaseState Reserved = CaseState.Reserve;
    private static readonly CaseState Checked = CaseState.Screening;
    private static readonly CaseState[] BeforeApproval =
        [Draft, Submitted, Checked, SupplementRequested, Qualified, InReview, Graded, Recommended, NotRecommended, Reserved, Offered];
    private static readonly CaseState[] Running = [Contracted, Executing, MidtermChecked];
    private static readonly CaseState[] Visitable = [Executing, MidtermChecked, FinalReported, FinalReview];
    private static readonly CaseState[] Finishing = [FinalReported, FinalReview];

    /// <summary>States in which an anomaly can be found, and to which a corrected case goes back .</summary>
    private static readonly CaseState[] Correctable = [.. Running, .. Finishing];

    /// <summary>States after a review, the last ones too: a late conflict closes every case to whom it concerns (T-3).</summary>
    private static readonly CaseState[] Reviewed =
    [
        Graded, Recommended, NotRecommended, Reserved, Offered, Declined, Withdrawn, Approved, GaveUp, PlanRevision, .. Correctable,
        CorrectionOrdered, Accepted, Closed, ClosedAsIs, Terminated, Discontinued,
    ];

    public static readonly ImmutableArray<CaseMove> Moves =
    [
        // command                     from                   to             right            what must hold, in the order tried
        .. On<SaveDraft>              ([CaseState.None],      Draft,         Apply,           CodesOfRound, AmountsAddUp),
        .. On<SaveDraft>              ([Draft],               Same,          Apply,           StaysWithUnitAndRound, VersionAsRead, CodesOfRound, AmountsAddUp),
        .. On<AttachDocument>         ([Draft],               Same,          Apply,           DocumentAllowed),
        .. On<AttachDocument>         ([SupplementRequested], Same,          Apply,           InsideSupplementTime, DocumentAskedFor, DocumentAllowed),
        .. On<AttachDocument>         ([Approved, PlanRevision], Same,       Apply,           DocumentIsPlan, PlanNotConfirmed, DocumentAllowed),
        .. On<AttachDocument>         (Running,               Same,          Apply,           DocumentIsPlan, NoChangePending, DocumentAllowed),
        .. On<Submit>                 ([Draft],               Submitted,     Apply,           InsideWindow, UnitMaySubmit, CodesOfRound, CompanyKnown, AmountsAddUp,
                                                                                              WithinFundingCaps, EnoughCustomSoftware, UnitHasRoom, ProjectTakesCase, QuotaLeftWhereIntakeRefuses),
        .. On<Withdraw>               (BeforeApproval,        Withdrawn,     Apply),
        .. On<RecordDuplicateCheck>   ([Submitted, Checked, SupplementRequested], Same, CheckDuplicate),
        .. On<BeginScreening>         ([Submitted],           Checked,       Screen),
        .. On<RecordFormGaps>         ([Checked],             Same,          Screen),
        .. On<RequestSupplement>      ([Checked],             SupplementRequested, Screen,    NotAskedBefore, SomethingMissing),
        .. On<AnswerSupplement>       ([SupplementRequested], Checked,       Apply,           InsideSupplementTime, NothingMissing),
        .. On<LapseSupplement>        ([SupplementRequested], Checked,       Settle,          SupplementTimeOver, NothingMissing),
        .. On<LapseSupplement>        ([SupplementRequested], Returned,      Settle,          SupplementTimeOver, SomethingMissing),
        .. On<CompleteScreening>      ([Checked],             Qualified,     Screen,          BureauHasAnswered, NothingBlocks),
        .. On<CompleteScreening>      ([Checked],             Returned,      Screen,          SomethingBlocks, SupplementWasAsked),
        .. On<CompleteScreening>      ([Qualified],           Returned,      Screen,          ProjectBelowFloor),
        .. On<FollowProject>          ([Qualified],           Returned,      Settle,          ProjectBelowFloor),

        .. On<FollowSession>          ([Qualified],           InReview,      Settle,          SessionHasIt),
        .. On<FollowSession>          ([InReview],            Graded,        Settle,          SessionHasIt, SessionIsClosed),
        .. On<FollowSession>          ([InReview],            Same,          Settle,          SessionHasIt, SessionIsOpen),
        .. On<FollowSession>          ([InReview],            Qualified,     Settle,          SessionHasItNoMore),
        .. On<FollowSession>          (Reviewed,              Same,          Settle,          SessionHasIt, SessionIsClosed),
        .. On<FollowMeeting>          ([Graded, Qualified],   Recommended,   Settle,          MeetingRecommends),
        .. On<FollowMeeting>          ([Graded],              NotRecommended, Settle,         MeetingDoesNotRecommend),
        .. On<FollowMeeting>          ([NotRecommended],      Recommended,   Settle,          NothingPublished, MeetingRecommends),
        .. On<FollowMeeting>          ([Recommended],         NotRecommended, Settle,         NothingPublished, MeetingDoesNotRecommend),
        .. On<FollowMeeting>          ([Recommended, Reserved, Offered], Approved, Settle,    MeetingApproves, QuotaAccepts),
        .. On<FollowMeeting>          ([Recommended, Reserved, Offered], Declined, Settle,    MeetingApproves, QuotaIsUsedUp),
        .. On<FollowMeeting>          ([Recommended],         Reserved,      Settle,          MeetingReserves),
        .. On<FollowMeeting>          ([Reserved],            Offered,       Settle,          MeetingOffers),
        .. On<FollowMeeting>          ([Recommended, NotRecommended, Reserved, Offered], Declined, Settle, MeetingDeclines),
        .. On<GiveUp>                 ([Approved, PlanRevision], GaveUp,     Apply | Manage),

        .. On<RevisePlan>             ([Approved, PlanRevision], PlanRevision, Apply,         PlanNotConfirmed, EveryCommentAnswered, PlanIsUploaded),
        .. On<ConfirmPlan>            ([PlanRevision],        Same,          Lead,            PlanNotConfirmed, CommentsOfThePlan),
        .. On<ReturnPlan>             ([PlanRevision],        Approved,      Lead,            PlanNotConfirmed),
        .. On<SignContract>           ([PlanRevision],        Contracted,    Manage,          PlanConfirmed),
        .. On<RequestPlanChange>      (Running,               Same,          Apply,           NoChangePending, AwardNotExceeded, PlanIsUploaded),
        .. On<DecideMinorChange>      (Running,               Same,          Manage,          MinorChangePending),
        .. On<DecideMajorChange>      (Running,               Same,          Lead,            MajorChangePending),
        .. On<PayInstalment>          ([Contracted],          Executing,     Manage,          FirstInstalmentAsked),
        .. On<PayInstalment>          ([Accepted],            Same,          Manage,          SecondInstalmentAsked, SecondInstalmentDue),
        .. On<FileAccountingReport>   ([Executing, MidtermChecked, .. Finishing], Same, Apply, NextReportNumber, SpendingPossible),

        .. On<FileMidtermReport>      ([Executing],           Same,          Apply,           SpendingPossible),
        .. On<ReviewMidterm>          ([Executing],           MidtermChecked, Lead,           MidtermFiled, MidtermPasses),
        .. On<ReviewMidterm>          ([Executing],           Same,          Lead,            MidtermFiled),
        .. On<SelectForVisit>         (Visitable,             Same,          Manage,          NoVisitPlanned, ReasonOfRound),
        .. On<PickForVisit>           (Visitable,             Same,          Lead,            NoVisitPlanned, ReasonOfRound),
        .. On<RecordVisit>            (Visitable,             Same,          Lead,            VisitIsPlanned, VisitNotAhead),

        .. On<FileFinalReport>        ([Executing],           FinalReported, Apply,           NoMidtermNeeded, NoChangePending, SpendingPossible),
        .. On<FileFinalReport>        ([MidtermChecked],      FinalReported, Apply,           NoChangePending, SpendingPossible),
        .. On<FileFinalReport>        ([FinalReview],         FinalReported, Apply,           FinalNotPassed, SpendingPossible),
        .. On<JudgeFinal>             (Finishing,             FinalReview,   Lead,            FinalNotPassed, VerdictFitsPoints),
        .. On<RecordBenefits>         (Finishing,             Same,          Apply,           IndicatorsOfRound),
        .. On<RecordAwardResult>      (Finishing,             Same,          Manage,          AwardPledged),
        .. On<AcceptCase>             ([FinalReview],         Accepted,      Manage,          FinalPassed, NoVisitPlanned, AccountsComplete, BenefitsThere, AwardResultKnown, ReductionPossible),
        .. On<RecordSurvey>           ([Accepted, Closed],    Same,          Apply | Manage,  AnswersOneToFive),
        .. On<RecordRefund>           ([Accepted],            Same,          Manage,          RefundWithinDue),
        .. On<RecordRefund>           ([Discontinued, Terminated, ClosedAsIs], Same, Manage,  RefundWithinPaid),
        .. On<CloseCase>              ([Accepted],            Closed,        Manage,          MoneySettled),

        .. On<OrderCorrection>        (Correctable,           CorrectionOrdered, Manage | Lead),
        .. On<AnswerCorrection>       ([CorrectionOrdered],   Same,          Apply,           InsideCorrectionTime),
        .. On<LapseCorrection>        ([CorrectionOrdered],   Same,          Settle,          CorrectionTimeOver),
        .. Back<AcceptCorrection>     (Correctable,                          Manage | Lead,   PanelNotCalled, CorrectionWasAnswered),
        .. On<CallPanel>              ([CorrectionOrdered],   Same,          Preside,         PanelNotCalled, SeriousOrOverdue),
        .. Back<JudgeAnomaly>         (Correctable,                          Lead,            PanelNotCalled, SeriousOrOverdue, GoesOn),
        .. On<JudgeAnomaly>           ([CorrectionOrdered],   ClosedAsIs,    Lead,            PanelNotCalled, SeriousOrOverdue, ClosesAsIs),
        .. On<JudgeAnomaly>           ([CorrectionOrdered],   Terminated,    Lead,            PanelNotCalled, SeriousOrOverdue, Terminates),
        .. Back<JudgeAsPanel>         (Correctable,                          Preside,         PanelWasCalled, GoesOn),
        .. On<JudgeAsPanel>           ([CorrectionOrdered],   ClosedAsIs,    Preside,         PanelWasCalled, ClosesAsIs),
        .. On<JudgeAsPanel>           ([CorrectionOrdered],   Terminated,    Preside,         PanelWasCalled, Terminates),
        .. On<Discontinue>            ([Approved, PlanRevision, .. Correctable, CorrectionOrdered], Discontinued, Manage),
    ];

    /// <summary>What happens on a command: the first row of this command and state whose rules hold, else why not the first.</summary>
    public static Decision<CaseEvent> Decide(Case subject, CaseCommand command, CaseFacts facts)
    {
        Rejection? refusal = null;
        foreach (var move in Moves.Where(move => move.Command == command.GetType() && move.From == subject.State))
        {
            if (move.Refuse(subject, command, facts) is not { } reason)
            {
                return CaseHappening.Of(move, subject, command, facts);
            }

            refusal ??= reason;
        }

        // The refusal must not tell an applicant what is not published (J-3).
        var state = (RightFor(command) & Apply) != 0 ? Disclosure.ToApplicant(subject) : subject.State;
        return refusal ?? Rejection.Because(Reasons.StateMove, ("state", state), ("command", command.GetType().Name));
    }

    /// <summary>
    /// Like <see cref="Decide"/>, but follows the joint meeting as far as it has come: what a case was not told in time it
    /// takes over in one go, each step by the table.
    /// </summary>
    public static Decision<CaseEvent> DecideFully(Case subject, CaseCommand command, CaseFacts facts)
    {
        var decision = Decide(subject, command, facts);
        if (command is not FollowMeeting || decision.Refusal is not null)
        {
            return decision;
        }

        var after = decision.Events.Aggregate(subject, (state, happened) => state.Apply(happened));
        var further = after.State == subject.State ? null : DecideFully(after, command, facts);
        return further is { Refusal: null } ? new(decision.Events.AddRange(further.Events), null) : decision;
    }

    /// <summary>The rights of which a command needs one, whatever the state.</summary>
    public static CaseRight RightFor(CaseCommand command) => Moves.First(move => move.Command == command.GetType()).Right;
}
