using System.Globalization;
using SmeOrleans.Domain.Calendar;

namespace SmeOrleans.Grains.Cases;

/// <summary>What the unit is told by mail of its case (W-5).</summary>
internal static class CaseNotices
{
    public static IEnumerable<Notice> Of(Case after, CaseEvent happened) => happened switch
    {
        SubmissionReceived e => [To(after, "已收到線上申請",
            $"""
            已於 {Moment(e.Receipt.ReceivedAt)} 收到貴單位之線上申請。
            案號：{e.Receipt.CaseNumber}
            計畫名稱：{e.Application.Title}
            內容摘要（SHA-256）：{e.Receipt.ContentSha256}

            後續作業：請下載申請書 PDF 留存；資格審查如需補件將另行通知。
            """)],
        SupplementAsked e => [To(after, "請補件",
            $"""
            缺漏文件：{string.Join("、", e.Supplement.Missing.Select(DocumentNames.Zh))}
            {e.Supplement.Note}
            補件期限：{Moment(e.Supplement.ExpiresAt)}（逾期退件）
            """)],
        CaseQualified => [To(after, "資格審查通過", "本案資格符合，將安排技術審查。")],
        CaseReturned e => [To(after, "退件通知",
            $"""
            本案經資格審查退件，原因如下：
            {string.Join('\n', e.Findings.Where(finding => finding.Blocks).Select(Sentence))}
            """)],
        CaseWithdrawn when after.Portrait is not null => [To(after, "撤案確認", "本案已依貴單位申請撤回。")],
        _ => ExecutionNotices.Of(after, happened) is var (what, body) ? [To(after, what, body)] : [],
    };

    private static Notice To(Case subject, string what, string body) =>
        new(subject.Portrait!.UnitEmail, $"【{what}】{subject.Receipt!.CaseNumber} {subject.Portrait.CompanyName}", body);

    private static string Sentence(Domain.Screening.Finding finding)
    {
        var reason = Reasons.Of(finding.Code);
        return $"- {finding.Facts.Aggregate(reason.Zh, (text, fact) => text.Replace($"{{{fact.Key}}}", fact.Value))}（{reason.Rule}）";
    }

    internal static string Moment(DateTimeOffset time) =>
        $"{RocDate.Format(Taipei.DateAt(time))} {Taipei.At(time).ToString("HH:mm:ss", CultureInfo.InvariantCulture)}";
}
