using SmeOrleans.Domain.Acceptance;
using SmeOrleans.Domain.Calendar;
using SmeOrleans.Domain.Contracts;
using SmeOrleans.Domain.Payments;

namespace SmeOrleans.Grains.Cases;

/// <summary>What the unit is told by mail from the publication of the list to the end of its case.</summary>
internal static class ExecutionNotices
{
    /// <returns>What it is about, and the body; null = nothing is told.</returns>
    public static (string What, string Body)? Of(Case after, CaseEvent happened) => happened switch
    {
        CaseApproved e => ("核定通知",
            $"""
            本案核定輔導：總經費 {e.Award.Budget.Total} 元，政府款 {e.Award.Budget.Government} 元，自籌款 {e.Award.Budget.Self} 元。
            請依審查意見逐條回復並提出修正計畫，期限：{CaseNotices.Moment(e.Award.PlanDueAt!.Value)}。逾期未提出者，計畫辦公室得登錄為放棄簽約。
            """),
        CaseReserved e => ("候補通知", $"本案列為候補第 {e.Award.ReserveOrder} 順位，有經費釋出時依序通知遞補。"),
        PlaceOffered e => ("遞補通知",
            $"""
            本案可遞補輔導，政府款 {e.Award.Budget.Government} 元，經費保留至回覆期限。
            請回覆是否接受，期限：{CaseNotices.Moment(e.Award.OfferExpiresAt!.Value)}（逾期由下一順位遞補）
            """),
        CaseDeclined { Reason.Length: > 0 } e => ("審查結果通知", $"本案未獲核定：{Reasons.Of(e.Reason).Zh}"),
        CaseDeclined => ("審查結果通知", "本案未獲核定。"),
        CaseGaveUp e => ("放棄簽約確認", $"本案已登錄放棄簽約，名額由候補遞補。原因：{e.Reason}"),
        _ => OfContract(happened) ?? OfEnd(after, happened),
    };

    private static (string, string)? OfContract(CaseEvent happened) => happened switch
    {
        PlanReturned e => ("修正計畫退回", $"修正計畫經審查退回，請修正後再提。意見：{e.Note}"),
        PlanAnswersConfirmed { Plan.Decision: PlanDecision.Confirmed } => ("修正計畫確認", "修正計畫已全部確認，將辦理簽約。"),
        ContractSigned e => ("簽約通知",
            $"契約編號 {e.Contract.Number}，執行期間 {RocDate.Format(e.Contract.From)} 至 {RocDate.Format(e.Contract.To)}，政府款 {e.Contract.Budget.Government} 元。"),
        PlanChangeDecided e => ("計畫變更結果", $"計畫第 {e.Plan.Number} 版{(e.Plan.Decision == PlanDecision.Confirmed ? "同意變更" : "不同意變更")}。{e.Plan.DecisionNote}"),
        InstalmentPaid e => ("撥款通知", $"已撥付{(e.Entry.Kind == LedgerKind.FirstInstalment ? "第一期款" : "第二期款")} {e.Entry.Paid} 元。"),
        MidtermReviewed { Passed: false } e => ("期中報告請補正", $"期中報告請補正後再提。意見：{e.Note}"),
        FinalJudged { Judgement.Verdict: not FinalVerdict.Pass } e => ("期末報告審查意見", $"期末報告尚未通過。意見：{e.Judgement.Note}"),
        _ => null,
    };

    private static (string, string)? OfEnd(Case after, CaseEvent happened) => happened switch
    {
        CorrectionRequired e => ("限期改正",
            $"""
            發現異常：{e.Anomaly.Grounds}
            改正期限：{CaseNotices.Moment(e.Anomaly.Correction.ExpiresAt)}（逾期由主審委員認定後續處理）
            """),
        AnomalySettled e => ("異常處理結果", $"{CaseTexts.Of(e.State).Zh}{e.Anomaly.Note}"),
        CaseAccepted e => ("驗收通知",
            $"""
            本案驗收通過。應付政府款共 {e.Acceptance.Settlement.Payable} 元，尾款 {e.Acceptance.Settlement.SecondInstalment} 元，應繳回 {e.Acceptance.Settlement.RefundDue} 元。
            計算如下：
            {string.Join('\n', e.Acceptance.Settlement.Arithmetic.Select(line => $"- {line.Formula} = {line.Result.Amount}"))}
            """),
        CaseClosed => ("結案通知", "本案款項已付清，同意結案。"),
        CaseDiscontinued e => ("輔導中止", $"本案輔導中止。原因：{e.Reason}{(after.Execution!.Paid > Domain.Money.Ntd.Zero ? $"\n已撥付 {after.Execution.Paid} 元，繳回事宜另行通知。" : "")}"),
        _ => null,
    };
}
