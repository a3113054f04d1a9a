namespace SmeOrleans.Domain.Tests.Cases;

/// <summary>The event that each move leads to, said once more and by itself, to hold the machine to it.</summary>
internal static class Happening
{
    public static string Of(CaseMove move) => (move.Command.Name, move.From, move.To) switch
    {
        (nameof(LapseSupplement), _, CaseState.Returned) => nameof(CaseReturned),
        (nameof(LapseSupplement), _, _) => nameof(SupplementReceived),
        (nameof(CompleteScreening), _, CaseState.Qualified) => nameof(CaseQualified),
        (nameof(CompleteScreening), _, _) => nameof(CaseReturned),
        (nameof(FollowSession), CaseState.Qualified, _) => nameof(ReviewScheduled),
        (nameof(FollowSession), _, CaseState.Qualified) => nameof(ReviewUnscheduled),
        (nameof(FollowSession), CaseState.InReview or CaseState.Graded, CaseState.Graded) => nameof(CaseGraded),
        (nameof(FollowSession), _, _) => nameof(ReviewersChanged),
        (nameof(FollowMeeting), _, CaseState.Recommended) => nameof(CaseRecommended),
        (nameof(FollowMeeting), _, CaseState.NotRecommended) => nameof(CaseNotRecommended),
        (nameof(FollowMeeting), _, CaseState.Approved) => nameof(CaseApproved),
        (nameof(FollowMeeting), _, CaseState.Reserve) => nameof(CaseReserved),
        (nameof(FollowMeeting), _, CaseState.Offered) => nameof(PlaceOffered),
        (nameof(FollowMeeting), _, _) => nameof(CaseDeclined),
        _ => ByCommand[move.Command.Name],
    };

    private static readonly ImmutableDictionary<string, string> ByCommand = new Dictionary<string, string>
    {
        [nameof(SaveDraft)] = nameof(DraftSaved),
        [nameof(AttachDocument)] = nameof(DocumentAttached),
        [nameof(Submit)] = nameof(SubmissionReceived),
        [nameof(Withdraw)] = nameof(CaseWithdrawn),
        [nameof(BeginScreening)] = nameof(ScreeningBegun),
        [nameof(RequestSupplement)] = nameof(SupplementAsked),
        [nameof(AnswerSupplement)] = nameof(SupplementReceived),
        [nameof(RecordDuplicateCheck)] = nameof(DuplicateCheckRecorded),
        [nameof(RecordFormGaps)] = nameof(FormGapsRecorded),
        [nameof(FollowProject)] = nameof(CaseReturned),
        [nameof(GiveUp)] = nameof(CaseGaveUp),
        [nameof(RevisePlan)] = nameof(PlanRevised),
        [nameof(ConfirmPlan)] = nameof(PlanAnswersConfirmed),
        [nameof(ReturnPlan)] = nameof(PlanReturned),
        [nameof(SignContract)] = nameof(ContractSigned),
        [nameof(RequestPlanChange)] = nameof(PlanChangeRequested),
        [nameof(DecideMinorChange)] = nameof(PlanChangeDecided),
        [nameof(DecideMajorChange)] = nameof(PlanChangeDecided),
        [nameof(PayInstalment)] = nameof(InstalmentPaid),
        [nameof(RecordRefund)] = nameof(RefundReceived),
        [nameof(FileAccountingReport)] = nameof(AccountingReportFiled),
        [nameof(FileMidtermReport)] = nameof(MidtermReportFiled),
        [nameof(ReviewMidterm)] = nameof(MidtermReviewed),
        [nameof(SelectForVisit)] = nameof(VisitPlanned),
        [nameof(PickForVisit)] = nameof(VisitPlanned),
        [nameof(RecordVisit)] = nameof(VisitMade),
        [nameof(FileFinalReport)] = nameof(FinalReportFiled),
        [nameof(JudgeFinal)] = nameof(FinalJudged),
        [nameof(RecordBenefits)] = nameof(BenefitsRecorded),
        [nameof(RecordSurvey)] = nameof(SurveyRecorded),
        [nameof(RecordAwardResult)] = nameof(AwardResultRecorded),
        [nameof(AcceptCase)] = nameof(CaseAccepted),
        [nameof(CloseCase)] = nameof(CaseClosed),
        [nameof(OrderCorrection)] = nameof(CorrectionRequired),
        [nameof(AnswerCorrection)] = nameof(CorrectionAnswered),
        [nameof(LapseCorrection)] = nameof(CorrectionLapsed),
        [nameof(CallPanel)] = nameof(PanelCalled),
        [nameof(AcceptCorrection)] = nameof(AnomalySettled),
        [nameof(JudgeAnomaly)] = nameof(AnomalySettled),
        [nameof(JudgeAsPanel)] = nameof(AnomalySettled),
        [nameof(Discontinue)] = nameof(CaseDiscontinued),
    }.ToImmutableDictionary();
}
