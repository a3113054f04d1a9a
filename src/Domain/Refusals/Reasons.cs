using System.Reflection;
using static SmeOrleans.Domain.Refusals.RefusalKind;

namespace SmeOrleans.Domain.Refusals;

/// <summary>The catalogue of all refusals. Its wire names are those of <c>sme.v1.ErrorReason</c>; the list only grows.</summary>
public static class Reasons
{
    // The request and the caller
    public static readonly Reason FieldInvalid = new("field.invalid", "AIP-193", Invalid,
        "欄位缺漏或格式不符。", "A field is missing or malformed.", "請依欄位說明修正後重送。", "Correct the fields named and send again.");
    public static readonly Reason ResourceUnknown = new("resource.unknown", "AIP-211", Unknown,
        "查無此資料，或您無權檢視。", "There is no such resource, or you may not see it.", "請確認名稱與登入身分。", "Check the name and whom you are signed in as.");
    public static readonly Reason RoleNotAllowed = new("role.not_allowed", "AIP-211", Forbidden,
        "您的角色不得執行此作業。", "Your role may not call this method.", "請由具權限的角色執行。", "Have someone in one of the roles named do it.");
    public static readonly Reason RequestReused = new("request.reused", "AIP-155", Invalid,
        "此 request_id 先前已用於內容不同的請求。", "This request_id was used before with another content.", "新的請求請用新的 UUID。", "Use a new UUID for a new request.");
    public static readonly Reason EtagStale = new("etag.stale", "AIP-154", Conflict,
        "資料已被更新。", "The resource has changed since you read it.", "請重新讀取後再修改。", "Read it again, then repeat the change.");
    public static readonly Reason ResourceExists = new("resource.exists", "AIP-133", Exists,
        "同名資料已存在。", "A resource of that name exists.", "請改用其他代碼或修改既有資料。", "Choose another id or change the one that exists.");
    public static readonly Reason StateMove = new("state.move", "AIP-216", Precondition,
        "目前狀態「{state}」不允許「{command}」。", "In state {state} there is no move {command}.", "請先查看案件狀態。", "Look at the state of the case first.");
    public static readonly Reason Overload = new("overload", "AIP-193", Exhausted,
        "系統忙碌中。", "The service has more work than it can do now.", "請於指示時間後以相同 request_id 重送。", "Retry after the time told, with the same request_id.");
    public static readonly Reason LimitExceeded = new("limit.exceeded", "AIP-210", Exhausted,
        "超過訊息或串流的上限。", "A stated limit of message or stream is exceeded.", "請減少單次送出的份量。", "Send less at a time.");
    public static readonly Reason ClockNotDriven = new("clock.not_driven", "§7", Precondition,
        "只有沙盒環境可以調整時鐘。", "Only a sandbox has a clock that can be driven.", "請以沙盒模式啟動。", "Start the service as a sandbox.");
    public static readonly Reason ClockBackwards = new("clock.backwards", "§7", Invalid,
        "時鐘不得倒退。", "The clock never goes back.", "請給予較晚的時間。", "Give a later time.");

    // Intake
    public static readonly Reason WindowNotOpen = new("window.not_open", "W-1", Precondition,
        "受理期間自 {open_time} 起。", "The window opens at {open_time}.", "請於受理期間內送件。", "Submit inside the window.");
    public static readonly Reason WindowClosed = new("window.closed", "W-1", Precondition,
        "受理期間已於 {close_time} 截止，送達時間為 {receive_time}。", "The window closed at {close_time}; the request came at {receive_time}.", "請洽計畫辦公室或待下一梯次。", "Ask the programme office, or wait for the next round.");
    public static readonly Reason WindowException = new("window.exception", "W-1", Precondition,
        "於受理期間截止後之 {receive_time} 送達，依計畫辦公室核給之例外（至 {until}；事由：{grounds}）受理。", "It came at {receive_time}, after the window, and was taken in by an exception of the office until {until}: {grounds}", "此為提示，不影響資格。", "This is a flag; it does not block.");
    public static readonly Reason QuotaRound = new("quota.round", "Q-1", Precondition,
        "同一業者每梯次以申請一案為限。", "A company may have one application in a round.", "請先撤回另一件申請。", "Have the other application withdrawn first.");
    public static readonly Reason QuotaYear = new("quota.year", "Q-2", Precondition,
        "同一業者每年以接受一案輔導為原則。", "A company may have one accepted case in a year.", "請於次年度再申請。", "Apply again next year.");
    public static readonly Reason QuotaThreeYears = new("quota.three_years", "Q-3", Precondition,
        "同一業者三年內以接受二案輔導為限。", "A company may have two accepted cases in three years.", "請待額度恢復後申請。", "Apply when the quota passport says so.");
    public static readonly Reason UnitNotApproved = new("unit.not_approved", "U-1", Precondition,
        "輔導單位帳號尚未核准。", "The unit's account is not approved.", "請洽計畫辦公室核准帳號。", "Ask the programme office to approve it.");
    public static readonly Reason UnitSuspended = new("unit.suspended", "U-2", Precondition,
        "輔導單位因連續二梯次（{rounds}）重大異常，自 {since} 停權至 {until}。", "The unit is suspended from {since} until {until} for major anomalies in two consecutive rounds ({rounds}).", "停權期滿後始得申請。", "Apply after that time.");
    public static readonly Reason UnitCap = new("unit.cap", "U-4", Precondition,
        "輔導單位本梯次申請件數已達上限 {cap} 件。", "The unit has its {cap} applications of this round.", "請撤回其他申請。", "Withdraw another application.");
    public static readonly Reason DocumentTooLarge = new("document.too_large", "W-3", Precondition,
        "檔案超過 {limit_bytes} 位元組。", "The file exceeds {limit_bytes} bytes.", "請壓縮或分割檔案。", "Make the file smaller.");
    public static readonly Reason DocumentType = new("document.type", "W-3", Precondition,
        "檔案內容不是允許的格式。", "The content of the file is not of an allowed type.", "計畫書請用 PDF、DOC 或 DOCX。", "Use PDF, DOC or DOCX.");
    public static readonly Reason DocumentDigest = new("document.digest", "W-3", Invalid,
        "檔案內容與所附 SHA-256 或長度不符。", "The content does not match its SHA-256 or length.", "請重新上傳。", "Upload it again.");

    // Funding
    public static readonly Reason FundingSum = new("funding.sum", "F-1", Precondition,
        "政府款 {government} 加自籌款 {self} 不等於總經費 {total}。", "Government {government} plus self {self} is not the total {total}.", "請修正經費。", "Correct the amounts.");
    public static readonly Reason FundingGovernmentCap = new("funding.government_cap", "F-1", Precondition,
        "政府款 {government} 超過上限 {cap}。", "Government money {government} exceeds the cap {cap}.", "請調降政府款。", "Ask for less.");
    public static readonly Reason FundingShare = new("funding.share", "F-1", Precondition,
        "政府款超過總經費的 {share}%。", "Government money exceeds {share} % of the total.", "請提高自籌款。", "Raise the company's part.");
    public static readonly Reason FundingTotalCap = new("funding.total_cap", "F-3", Precondition,
        "共通案總經費 {total} 超過上限 {cap}。", "The project's total {total} exceeds the cap {cap}.", "請調降總經費。", "Lower the total.");
    public static readonly Reason FundingNoSelf = new("funding.no_self", "F-4", Precondition,
        "本梯次不收自籌款。", "This round takes no company money.", "自籌款請填 0。", "Set self funding to 0.");
    public static readonly Reason FundingCustomSoftware = new("funding.custom_software", "F-6", Precondition,
        "客製化軟體比例低於 {min}%。", "Customised software is below {min} %.", "請調整工作項目。", "Change the work items.");
    public static readonly Reason ProjectTooFewCompanies = new("project.too_few_companies", "F-3", Precondition,
        "共通案業者 {companies} 家，未達 {min} 家。", "The project has {companies} companies; {min} are needed.", "請增加受輔導業者。", "Add companies.");
    public static readonly Reason ProjectSharedWork = new("project.shared_work", "F-3", Precondition,
        "共通性工作項目低於 {min}%。", "Common measures are below {min} % of the work.", "請調整工作項目。", "Change the work items.");
    public static readonly Reason ProjectFull = new("project.full", "F-3", Precondition,
        "共通案所報家數或經費已用罄。", "The project's declared companies or money are used up.", "請修正共通案內容。", "Declare the project as it is.");
    public static readonly Reason ProjectMismatch = new("project.mismatch", "T-8", Precondition,
        "個案與共通案的單位、類組或功能不符。", "The case and its project differ in unit, group or function.", "請確認所屬共通案。", "Name the right project.");

    // Screening
    public static readonly Reason UnitIneligible = new("unit.ineligible", "S-1", Precondition,
        "輔導單位未合法登記或財務不健全。", "The unit is not legally registered or not financially sound.", "請補正登記或財務狀況。", "Mend registration or finances.");
    public static readonly Reason CompanyUnknown = new("company.unknown", "S-1", Precondition,
        "查無此業者。", "The company is not known.", "請先登錄業者資料。", "Register the company first.");
    public static readonly Reason CompanyNotSme = new("company.not_sme", "S-1", Precondition,
        "業者不符中小企業認定標準。", "The company is not an SME by this round's limits.", "本計畫僅受理中小企業。", "Only SMEs are guided.");
    public static readonly Reason CompanyTaxArrears = new("company.tax_arrears", "S-1", Precondition,
        "業者有欠稅紀錄。", "The company has tax arrears.", "請繳清後再申請。", "Settle them, then apply.");
    public static readonly Reason DocumentsMissing = new("documents.missing", "S-2", Precondition,
        "申請文件缺漏：{missing}。", "Documents are missing: {missing}.", "請於補件期限內補齊。", "Supply them before the deadline.");
    public static readonly Reason SupplementNothingMissing = new("supplement.nothing_missing", "S-2", Precondition,
        "文件齊備，無須補件。", "No document is missing.", "請直接完成資格審查。", "Complete the screening.");
    public static readonly Reason SupplementOnce = new("supplement.once", "S-2", Precondition,
        "補件以一次為限。", "A supplement is asked only once.", "請完成資格審查。", "Complete the screening.");
    public static readonly Reason SupplementNotAsked = new("supplement.not_asked", "S-2", Precondition,
        "補件僅限所通知之文件：{asked}。", "Only the documents asked for can be supplied: {asked}.", "請僅上傳通知補件之文件。", "Upload only what was asked for.");
    public static readonly Reason SupplementLate = new("supplement.late", "S-2", Precondition,
        "補件期限為 {expire_time}，送達時間為 {receive_time}。", "The supplement was due by {expire_time}; it came at {receive_time}.", "逾期未補件者退件。", "The case is returned.");
    public static readonly Reason FormGaps = new("form.gaps", "S-1", Precondition,
        "文件填寫有缺漏：{gaps}。", "The forms have gaps: {gaps}.", "請更正後再申請。", "Correct them, then apply again.");
    public static readonly Reason DuplicateElsewhere = new("duplicate.elsewhere", "S-3", Precondition,
        "同一工作已獲「{programme}」補助或輔導。", "The same work is guided under {programme}.", "不得重複申請。", "The same work is not funded twice.");
    public static readonly Reason DuplicateUnknown = new("duplicate.unknown", "S-3", Precondition,
        "尚未取得其他計畫之重複查核結果。", "Another programme has not told whether it guides the same work.", "此為提示，不影響資格。", "This is a flag; it does not block.");
    public static readonly Reason CommonProblemNotConfirmed = new("common_problem.not_confirmed", "S-1", Precondition,
        "工業局尚未確認或不認定為產業共通性問題。", "The bureau has not confirmed a common problem of the industry.", "請洽工業局業務組。", "Ask the bureau's division.");

    // Review
    public static readonly Reason SessionWithoutCase = new("session.without_case", "T-1", Precondition,
        "案件不在該審查會議議程中。", "The case is not on the agenda of that session.", "請先排入議程。", "Put it on the agenda first.");
    public static readonly Reason SessionOpen = new("session.open", "T-6", Precondition,
        "審查會議尚未結束。", "The session is not closed.", "請由召集人先結束會議。", "Have the chair close the session first.");
    public static readonly Reason SessionClosed = new("session.closed", "T-6", Precondition,
        "審查會議已結束，評分已凍結。", "The session is closed; its scores are frozen.", "會議結束後不得變更。", "Nothing changes after the session.");
    public static readonly Reason SessionNotReady = new("session.not_ready", "T-6", Precondition,
        "審查會議尚不能結束：{open}。", "The session cannot be closed yet: {open}.", "請補齊評分、主審委員與審查意見。", "Complete scores, lead reviewers and opinions.");
    public static readonly Reason SessionBusy = new("session.busy", "T-1", Precondition,
        "案件已排入其他審查會議 {session}。", "The case is on the agenda of {session}.", "請先自該會議移出。", "Take it off that agenda first.");
    public static readonly Reason PanelSize = new("panel.size", "T-1", Precondition,
        "審查委員會應有 {min} 至 {max} 人（含召集人），現為 {members} 人。", "A panel has {min} to {max} members, chair included; this one has {members}.", "請調整委員名單。", "Change the list of members.");
    public static readonly Reason PanelFixed = new("panel.fixed", "T-6", Precondition,
        "委員 {reviewer} 為已結束會議案件之主審委員，尚不得離席。", "{reviewer} leads cases of a closed session and cannot leave the panel yet.", "請先改派主審委員。", "Name another lead reviewer first.");
    public static readonly Reason ReviewerUnknown = new("reviewer.unknown", "T-1", Precondition,
        "非該類組之審查委員：{reviewer}。", "{reviewer} is not a member of the panel.", "請先將其列入委員會。", "Seat the reviewer in the panel first.");
    public static readonly Reason ReviewerRecused = new("reviewer.recused", "T-3", Precondition,
        "委員 {reviewer} 對本案應迴避。", "{reviewer} must not take part in this case.", "請指派其他委員。", "Assign someone else.");
    public static readonly Reason ReviewersTooFew = new("reviewers.too_few", "T-3", Precondition,
        "可審查之委員 {left} 人，未達 {min} 人：{item}。", "Only {left} reviewers are free of conflicts; {min} are needed for {item}.", "請增聘委員。", "Seat more reviewers in the panel.");
    public static readonly Reason ScoreCriteria = new("score.criteria", "T-2", Invalid,
        "評分應逐項給 0 至 100 分。", "Every criterion needs a score of 0 to 100.", "請依評分項目給分。", "Score each criterion of the round.");
    public static readonly Reason OpinionAmounts = new("opinion.amounts", "T-6", Precondition,
        "建議經費應涵蓋每一案且不超過申請數或上限。", "The recommended money must name every case and exceed neither what was asked nor the caps.", "請修正建議經費。", "Correct the recommended money.");

    // Joint meeting
    public static readonly Reason MeetingNotDecided = new("meeting.not_decided", "J-3", Precondition,
        "聯席會議尚未如此決定。", "The joint meeting has not decided so.", "請查看聯席會議結果。", "Look at the outcome of the joint meeting.");
    public static readonly Reason MeetingPhase = new("meeting.phase", "J-3", Precondition,
        "聯席會議目前為「{phase}」，不得執行此作業。", "The joint meeting is {phase}; that cannot be done now.", "請依會議程序辦理。", "Follow the order of the meeting.");
    public static readonly Reason MeetingNotReady = new("meeting.not_ready", "J-1", Precondition,
        "技術審查尚未全部完成：{open}。", "The technical review is not complete: {open}.", "請先完成審查。", "Complete the reviews first.");
    public static readonly Reason MeetingNoLine = new("meeting.no_line", "J-2", Precondition,
        "本梯次沒有可支應此案的預算科目：{item}。", "No budget line of the round carries {item}.", "請先設定預算。", "Set the budget lines first.");
    public static readonly Reason MeetingUnsigned = new("meeting.unsigned", "J-3", Precondition,
        "會議紀錄已簽 {signed} 份，須 {needed} 份。", "The minutes bear {signed} signatures; {needed} are needed.", "請召集人簽署會議紀錄。", "Have the chairs sign the minutes.");
    public static readonly Reason MeetingNothingToUndo = new("meeting.nothing_to_undo", "J-3", Precondition,
        "此試算版本沒有可復原的變更。", "The scenario has no change to take back.", "無須復原。", "There is nothing to do.");
    public static readonly Reason MinutesOther = new("minutes.other", "J-3", Precondition,
        "目前的會議紀錄為 {sha256}，與所簽者不同。", "The minutes are now {sha256}, not the ones that were signed.", "請重新閱讀會議紀錄後簽署。", "Read the minutes again, then sign.");
    public static readonly Reason BudgetExceeded = new("budget.exceeded", "J-5", Precondition,
        "預算科目 {line} 尚餘 {left}，不足支應 {needed}。", "Budget line {line} has {left} left and cannot carry {needed}.", "請調整核定金額或名單。", "Change amounts or the list.");
    public static readonly Reason ScenarioUnknown = new("scenario.unknown", "J-3", Unknown,
        "查無此試算版本：{scenario}。", "There is no scenario {scenario}.", "請確認名稱。", "Check the name.");
    public static readonly Reason EntryUnknown = new("entry.unknown", "J-3", Unknown,
        "聯席會議名單中查無此案。", "The joint meeting has no such entry.", "請確認名稱。", "Check the name.");
    public static readonly Reason EntryNotRecommended = new("entry.not_recommended", "T-5", Precondition,
        "不予推薦之案件不得核定。", "What the panel does not recommend cannot be approved.", "請維持不予推薦。", "Leave it declined.");
    public static readonly Reason OfferNone = new("offer.none", "J-4", Precondition,
        "目前沒有待回覆的遞補通知。", "No place is on offer.", "請等候遞補通知。", "Wait for an offer.");
    public static readonly Reason OfferLate = new("offer.late", "J-4", Precondition,
        "遞補回覆期限為 {expire_time}，送達時間為 {receive_time}。", "The reply was due by {expire_time}; it came at {receive_time}.", "名額已改由下一順位遞補。", "The place goes to the next.");
    public static readonly Reason UnitRunningCap = new("unit.running_cap", "U-4", Precondition,
        "輔導單位核定件數已達上限 {cap} 件。", "The unit has its {cap} running cases.", "請調整核定名單。", "Change the approved list.");

    // Contract and money
    public static readonly Reason PlanConfirmed = new("plan.confirmed", "M-1", Precondition,
        "修正計畫已經主審委員確認。", "The revised plan is confirmed already.", "請改以計畫變更辦理。", "Ask for a plan change instead.");
    public static readonly Reason PlanNotConfirmed = new("plan.not_confirmed", "M-1", Precondition,
        "修正計畫尚未經主審委員全部確認。", "The lead reviewer has not confirmed every answer of the revised plan.", "請待主審委員確認。", "Wait for the lead reviewer.");
    public static readonly Reason PlanAnswers = new("plan.answers", "M-1", Precondition,
        "審查意見應逐條回復一次（共 {asked} 條），未回復或不存在：{unanswered}。", "Each of the {asked} review comments is answered once; open or unknown: {unanswered}.", "請逐條回復審查意見。", "Answer every comment.");
    public static readonly Reason PlanDocument = new("plan.document", "M-7", Precondition,
        "摘要值與本案已上傳之計畫書不符。", "The digest is not that of the plan document uploaded last.", "請先上傳修正後之計畫書。", "Upload the revised plan document first.");
    public static readonly Reason DocumentPlanOnly = new("document.plan_only", "M-7", Precondition,
        "核定後僅得上傳修正後之計畫書。", "After approval only a revised plan document is taken.", "請上傳計畫書。", "Upload the plan document.");
    public static readonly Reason PlanChangePending = new("plan_change.pending", "M-7", Precondition,
        "計畫第 {version} 版尚待決定。", "Version {version} of the plan is waiting for a decision.", "請待其決定後再提。", "Wait for the decision.");
    public static readonly Reason PlanChangeNone = new("plan_change.none", "M-7", Precondition,
        "沒有待您決定的計畫變更。", "No plan change waits for your decision.", "重大變更由主審委員、一般變更由計畫辦公室決定。", "Major changes are the lead reviewer's, minor ones the office's.");
    public static readonly Reason PlanChangeMoney = new("plan_change.money", "M-7", Precondition,
        "變更後政府款不得超過 {government}，自籌款不得低於 {self}。", "After a change government money is at most {government} and company money at least {self}.", "請修正變更經費。", "Correct the amounts.");
    public static readonly Reason PaymentNothingDue = new("payment.nothing_due", "M-2", Precondition,
        "目前沒有應付的該期款項。", "That instalment is not due now.", "請查看契約與驗收結果。", "Look at contract and acceptance.");
    public static readonly Reason PaymentOpen = new("payment.open", "M-2", Precondition,
        "已付 {paid} 與應付 {payable} 不符，不得結案。", "Paid {paid} is not the payable {payable}; the case cannot be closed.", "請先付款或收回溢付款。", "Pay, or record the refund, first.");
    public static readonly Reason RefundTooMuch = new("refund.too_much", "M-3", Precondition,
        "繳回款應大於零且不超過 {most}。", "A refund is above zero and at most {most}.", "請修正金額。", "Correct the amount.");
    public static readonly Reason SpendingImpossible = new("spending.impossible", "M-3", Precondition,
        "支用數不合理：政府款不得超過 {government}，自籌支用不得超過實收 {self_paid}。", "The spending cannot be: government money is at most {government}, company money spent at most the {self_paid} received.", "請修正支用數。", "Correct the amounts.");
    public static readonly Reason AccountingNumber = new("accounting.number", "M-4", Precondition,
        "下一份會計報告為第 {next} 次（共 {reports} 次）。", "The next accounting report is number {next} of {reports}.", "請依次提報。", "File them in order.");
    public static readonly Reason AccountingMissing = new("accounting.missing", "M-4", Precondition,
        "會計報告已提 {filed} 次，須 {reports} 次。", "{filed} accounting reports are filed; {reports} are needed.", "請補提會計報告。", "File the missing reports.");

    // Monitoring and acceptance
    public static readonly Reason MidtermMissing = new("midterm.missing", "M-5", Precondition,
        "期中報告尚未提出或尚未審查通過。", "The mid-term report is not filed, or has not passed.", "請先提出期中報告並經審查。", "File it and have it reviewed.");
    public static readonly Reason VisitPlanned = new("visit.planned", "M-6", Precondition,
        "本案已排定查訪。", "A visit of this case is planned already.", "請先完成該次查訪。", "Make that visit first.");
    public static readonly Reason VisitNotPlanned = new("visit.not_planned", "M-6", Precondition,
        "本案未列入查訪名單。", "No visit of this case is planned.", "請先列入查訪名單。", "Select it for a visit first.");
    public static readonly Reason SampleDrawn = new("sample.drawn", "M-6", Precondition,
        "本次抽樣已完成，種子與名單已留存。", "This sample is drawn; seed and list are on record.", "抽樣不得重做。", "A draw is not repeated.");
    public static readonly Reason SampleEmpty = new("sample.empty", "M-6", Precondition,
        "目前沒有可抽樣之執行中個案。", "No case is running from which to draw.", "請於個案執行中抽樣。", "Draw while cases are running.");
    public static readonly Reason FinalPassed = new("final.passed", "E-1", Precondition,
        "期末報告已審查通過。", "The final report has passed.", "請辦理驗收。", "Go on to acceptance.");
    public static readonly Reason FinalNotPassed = new("final.not_passed", "E-1", Precondition,
        "期末報告尚未審查通過。", "The final report has not passed.", "請依審查意見辦理。", "Do what the judgement asks for.");
    public static readonly Reason FinalPointsOpen = new("final.points_open", "E-1", Precondition,
        "四項審查要點未全部符合，不得通過。", "A report passes only when the points of E-1 are met.", "請改為修正、開會或實地查訪。", "Ask for a revision, a meeting or a visit.");
    public static readonly Reason FinalMissing = new("final.missing", "E-1", Precondition,
        "尚未提出期末報告。", "The final report is not filed.", "請待期末報告提出後試算。", "Wait for the final report.");
    public static readonly Reason BenefitsMissing = new("benefits.missing", "E-3", Precondition,
        "尚未填報效益指標。", "The benefits are not recorded.", "請先填報效益。", "Record the benefits first.");
    public static readonly Reason AwardNotPledged = new("award.not_pledged", "F-5", Precondition,
        "本案未承諾參加設計獎項。", "No design award is pledged in this case.", "無須登錄得獎結果。", "Nothing is to be recorded.");
    public static readonly Reason AwardResultMissing = new("award.result_missing", "F-5", Precondition,
        "尚未登錄設計獎項得獎結果。", "It is not recorded whether the pledged award was won.", "請先登錄得獎結果。", "Record the result first.");

    // Anomalies
    public static readonly Reason CorrectionLate = new("correction.late", "A-1", Precondition,
        "改正期限為 {expire_time}，送達時間為 {receive_time}。", "The correction was due by {expire_time}; it came at {receive_time}.", "由主審委員認定後續處理。", "The lead reviewer decides how to go on.");
    public static readonly Reason CorrectionUnanswered = new("correction.unanswered", "A-1", Precondition,
        "單位尚未回復改正結果。", "The unit has not answered the correction.", "請待單位回復。", "Wait for the answer.");
    public static readonly Reason CorrectionRuns = new("correction.runs", "A-2", Precondition,
        "改正期限至 {expire_time}，尚不得認定。", "The correction runs until {expire_time}; it cannot be judged yet.", "請待期滿或改正完成。", "Wait for the deadline or the correction.");
    public static readonly Reason PanelCalled = new("panel.called", "A-2", Precondition,
        "召集人已召開審查會認定。", "The chair has called the panel to judge.", "由召集人登錄認定結果。", "The chair records the judgement.");
    public static readonly Reason PanelNotCalled = new("panel.not_called", "A-2", Precondition,
        "召集人尚未召開審查會。", "The chair has not called the panel.", "由主審委員認定。", "The lead reviewer judges.");
    public static readonly Reason ExceptionRange = new("exception.range", "W-1", Precondition,
        "例外放寬期限應晚於梯次截止時間。", "An exception ends after the window of the round.", "請修正期限。", "Give a later time.");
    public static readonly Reason HistoryOfRound = new("history.of_round", "§4", Precondition,
        "ROC {year} 年資料由本系統各梯次計算，不得匯入。", "The figures of ROC year {year} are computed from rounds run here.", "僅匯入過去年度。", "Import earlier years only.");

    public static readonly Reason TableNotAddingUp = new("table.not_adding_up", "§4", Precondition,
        "報表有 {figures} 項數字與日誌重算或加總不符：{first}。", "{figures} figures of the table do not add up or differ from the recount of the journal: {first}.", "請先執行完整性檢查並重建清單。", "Check the invariants and rebuild the lists first.");

    private static readonly ImmutableDictionary<string, Reason> ByCode = typeof(Reasons)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => field.GetValue(null)).OfType<Reason>()
        .ToImmutableDictionary(reason => reason.Code);

    /// <summary>Every reason.</summary>
    public static IEnumerable<Reason> All => ByCode.Values.OrderBy(reason => reason.Code, StringComparer.Ordinal);

    /// <summary>The entry of a code; an unknown code is a bug.</summary>
    public static Reason Of(string code) => ByCode[code];
}
