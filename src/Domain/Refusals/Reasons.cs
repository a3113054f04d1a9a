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
    public static readonly Reason QuotaRound = new("quota.round", "Q-1", Precondition,
        "同一業者每梯次以申請一案為限。", "A company may have one application in a round.", "請先撤回另一件申請。", "Have the other application withdrawn first.");
    public static readonly Reason QuotaYear = new("quota.year", "Q-2", Precondition,
        "同一業者每年以接受一案輔導為原則。", "A company may have one accepted case in a year.", "請於次年度再申請。", "Apply again next year.");
    public static readonly Reason QuotaThreeYears = new("quota.three_years", "Q-3", Precondition,
        "同一業者三年內以接受二案輔導為限。", "A company may have two accepted cases in three years.", "請待額度恢復後申請。", "Apply when the quota passport says so.");
    public static readonly Reason UnitNotApproved = new("unit.not_approved", "U-1", Precondition,
        "輔導單位帳號尚未核准。", "The unit's account is not approved.", "請洽計畫辦公室核准帳號。", "Ask the programme office to approve it.");
    public static readonly Reason UnitSuspended = new("unit.suspended", "U-2", Precondition,
        "輔導單位停權至 {until}。", "The unit is suspended until {until}.", "停權期滿後始得申請。", "Apply after that time.");
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

    private static readonly ImmutableDictionary<string, Reason> ByCode = typeof(Reasons)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => field.GetValue(null)).OfType<Reason>()
        .ToImmutableDictionary(reason => reason.Code);

    /// <summary>Every reason.</summary>
    public static IEnumerable<Reason> All => ByCode.Values.OrderBy(reason => reason.Code, StringComparer.Ordinal);

    /// <summary>The entry of a code; an unknown code is a bug.</summary>
    public static Reason Of(string code) => ByCode[code];
}
