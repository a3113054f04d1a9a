using static SmeOrleans.Domain.Cases.CaseState;

namespace SmeOrleans.Domain.Cases;

/// <summary>A sentence in both languages of the programme.</summary>
public sealed record Sentence(string Zh, string En);

/// <summary>What each state of a case, and each thing that happens to it, means to people.</summary>
public static class CaseTexts
{
    /// <summary>Names of the states, zh-TW.</summary>
    public static string NameOf(CaseState state) => States[state].Name;

    /// <summary>What a state means.</summary>
    public static Sentence Of(CaseState state) => States[state].Meaning;

    /// <summary>What an event means, by its name in the journal.</summary>
    public static Sentence OfEvent(string type) => Events[type];

    private static readonly ImmutableDictionary<CaseState, (string Name, Sentence Meaning)> States = new Dictionary<CaseState, (string, Sentence)>
    {
        [None] = ("尚無", new("尚未存檔。", "Nothing is saved yet.")),
        [Draft] = ("草稿", new("輔導單位填寫中，尚未送件。", "The unit is filling it in; the office does not see it as an application.")),
        [Submitted] = ("已受理", new("已收件並發給收據，待審查。", "Taken in with a receipt; waits for the office.")),
        [CaseState.Screening] = ("資格審查中", new("計畫辦公室審查業者、單位、文件及表件。", "The office checks company, unit, documents and forms.")),
        [SupplementRequested] = ("補件中", new("已通知補件，以一次為限，逾期退件。", "Missing documents were asked for, once, until a deadline.")),
        [Qualified] = ("資格符合", new("資格符合，進入技術審查。", "Nothing blocks; it goes to the technical review.")),
        [Returned] = ("退件", new("敘明原因退件，程序終結。", "Returned with every reason found; it ends here.")),
        [Withdrawn] = ("撤回", new("輔導單位撤回，程序終結。", "Withdrawn by the unit; it ends here.")),
        [InReview] = ("技術審查中", new("已排入審查會議，由委員評分。", "On the agenda of a session; its reviewers score it.")),
        [Graded] = ("已評分", new("會議結束，評分凍結，待聯席會議。", "Its session is closed and its scores are frozen; the joint meeting is next.")),
        [Recommended] = ("推薦", new("推薦並已排序，待聯席會議核定。", "Recommended and ranked; the joint meeting decides.")),
        [NotRecommended] = ("不予推薦", new("未達推薦標準，待聯席會議公告。", "Below the least mean for a recommendation; the joint meeting publishes it.")),
        [Approved] = ("核定", new("核定輔導，請依審查意見修正計畫。", "Approved; the unit revises the plan to the panel's opinions.")),
        [CaseState.Reserve] = ("候補", new("列入候補，有經費釋出時依序遞補。", "On the reserve list; freed money goes to the first whom it carries.")),
        [Offered] = ("遞補徵詢中", new("已通知遞補，經費保留至回覆期限。", "A freed place is offered and its money held until the reply deadline.")),
        [Declined] = ("未核定", new("未獲核定，程序終結。", "Not approved; it ends here.")),
        [PlanRevision] = ("計畫修正", new("修正計畫已提出，待主審委員逐條確認後簽約。", "The revised plan is filed; the lead reviewer confirms each answer before the contract.")),
        [Contracted] = ("已簽約", new("契約已簽，待撥付第一期款。", "The contract is signed; the first instalment is next.")),
        [Executing] = ("執行中", new("第一期款已撥付，執行輔導。", "The first instalment is paid; the work is under way.")),
        [MidtermChecked] = ("期中審查完成", new("期中報告已審查通過。", "The mid-term report has passed.")),
        [FinalReported] = ("已提期末報告", new("期末報告已提出，待主審委員審查。", "The final report is filed; the lead reviewer judges it.")),
        [FinalReview] = ("期末審查", new("期末報告已審查；通過後辦理驗收，否則補正。", "The final report was judged: acceptance follows a pass, else what the judgement asks for.")),
        [Accepted] = ("驗收通過", new("驗收完成，經費結算，待付尾款。", "Accepted and settled; what is still payable is paid.")),
        [Closed] = ("結案", new("款項付清，結案。", "Everything is paid; closed.")),
        [GaveUp] = ("放棄簽約", new("放棄核定資格，名額由候補遞補。", "The approved place was given up; the reserve moves.")),
        [Discontinued] = ("中止", new("受輔導業者歇業，輔導中止。", "The company went out of business; the guidance ends.")),
        [CorrectionOrdered] = ("限期改正", new("發現異常，限期改正中。", "An anomaly was found; a correction is due.")),
        [ClosedAsIs] = ("現況結案", new("未能改正，依現況結案。", "Not corrected; closed as it stands.")),
        [Terminated] = ("解除契約", new("未能改正或情節重大，解除契約。", "Not corrected, or serious; the contract is terminated.")),
    }.ToImmutableDictionary();

    private static readonly ImmutableDictionary<string, Sentence> Events = new Dictionary<string, Sentence>
    {
        [nameof(DraftSaved)] = new("草稿已儲存。", "The draft was saved."),
        [nameof(DocumentAttached)] = new("已上傳一份文件。", "A document was uploaded."),
        [nameof(SubmissionReceived)] = new("已收到線上申請並發給收據。", "The application was received and its receipt given."),
        [nameof(CaseWithdrawn)] = new("輔導單位撤回本案。", "The unit withdrew the case."),
        [nameof(ScreeningBegun)] = new("開始資格審查。", "Screening began."),
        [nameof(SupplementAsked)] = new("通知補件。", "A supplement was asked for."),
        [nameof(SupplementReceived)] = new("補件已收齊。", "The supplement is complete."),
        [nameof(DuplicateCheckRecorded)] = new("登錄其他計畫之重複查核結果。", "Another programme's answer was recorded."),
        [nameof(FormGapsRecorded)] = new("登錄表件缺漏。", "Gaps in the forms were recorded."),
        [nameof(CaseQualified)] = new("資格審查通過。", "The case is qualified."),
        [nameof(CaseReturned)] = new("資格不符，退件。", "The case was returned."),
        [nameof(ReviewScheduled)] = new("排入技術審查會議。", "The case was put on the agenda of a session."),
        [nameof(ReviewersChanged)] = new("審查委員有異動。", "Who reviews the case has changed."),
        [nameof(ReviewUnscheduled)] = new("自審查會議議程移出。", "The case was taken off the agenda."),
        [nameof(CaseGraded)] = new("審查會議結束，評分確定。", "Its session is closed; its grade stands."),
        [nameof(CaseRecommended)] = new("推薦並列入排序。", "The case is recommended and ranked."),
        [nameof(CaseNotRecommended)] = new("不予推薦。", "The case is not recommended."),
        [nameof(CaseApproved)] = new("核定輔導，經費已保留。", "The case is approved and its money committed."),
        [nameof(CaseReserved)] = new("列入候補。", "The case is on the reserve list."),
        [nameof(PlaceOffered)] = new("通知遞補，請於期限內回覆。", "A freed place is offered until the reply deadline."),
        [nameof(CaseDeclined)] = new("未獲核定。", "The case is not approved."),
        [nameof(CaseGaveUp)] = new("放棄簽約，經費釋出。", "The place was given up and its money freed."),
        [nameof(PlanRevised)] = new("提出修正計畫並逐條回復審查意見。", "The revised plan answers the panel's comments."),
        [nameof(PlanAnswersConfirmed)] = new("主審委員確認回復內容。", "The lead reviewer confirmed answers."),
        [nameof(PlanReturned)] = new("修正計畫退回再修。", "The revised plan was sent back."),
        [nameof(ContractSigned)] = new("完成簽約。", "The contract was signed."),
        [nameof(PlanChangeRequested)] = new("申請計畫變更。", "A change of the plan was asked for."),
        [nameof(PlanChangeDecided)] = new("計畫變更已決定。", "The change of the plan was decided."),
        [nameof(InstalmentPaid)] = new("撥付款項。", "An instalment was paid."),
        [nameof(RefundReceived)] = new("收到繳回款。", "Money came back."),
        [nameof(AccountingReportFiled)] = new("提出會計報告。", "An accounting report was filed."),
        [nameof(MidtermReportFiled)] = new("提出期中報告。", "The mid-term report was filed."),
        [nameof(MidtermReviewed)] = new("期中報告已審查。", "The mid-term report was reviewed."),
        [nameof(VisitPlanned)] = new("列入查訪名單。", "The case was chosen for a visit."),
        [nameof(VisitMade)] = new("完成實地查訪。", "The visit was made."),
        [nameof(FinalReportFiled)] = new("提出期末報告。", "The final report was filed."),
        [nameof(FinalJudged)] = new("期末報告已審查。", "The final report was judged."),
        [nameof(BenefitsRecorded)] = new("填報效益。", "The benefits were recorded."),
        [nameof(SurveyRecorded)] = new("填報滿意度。", "A satisfaction survey was recorded."),
        [nameof(AwardResultRecorded)] = new("登錄設計獎項結果。", "The result of the pledged award was recorded."),
        [nameof(CaseAccepted)] = new("驗收通過並結算。", "The case was accepted and settled."),
        [nameof(CaseClosed)] = new("結案。", "The case was closed."),
        [nameof(CorrectionRequired)] = new("發現異常，通知限期改正。", "An anomaly was found and a correction ordered."),
        [nameof(CorrectionAnswered)] = new("輔導單位回復改正結果。", "The unit answered the correction."),
        [nameof(CorrectionLapsed)] = new("改正逾期。", "The correction is overdue."),
        [nameof(PanelCalled)] = new("召集人召開審查會認定。", "The chair called the panel to judge."),
        [nameof(AnomalySettled)] = new("異常已認定處理。", "The anomaly was settled."),
        [nameof(CaseDiscontinued)] = new("受輔導業者歇業，輔導中止。", "The company went out of business; the guidance ended."),
    }.ToImmutableDictionary();
}
