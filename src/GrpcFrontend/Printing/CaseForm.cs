using System.Globalization;

namespace SmeOrleans.GrpcFrontend.Printing;

/// <summary>The application as a sheet of paper (W-5).</summary>
internal static class CaseForm
{
    public static byte[] Print(Case subject) => PdfSheet.Write("中小企業即時技術輔導計畫申請書", [.. Lines(subject)]);

    private static IEnumerable<string> Lines(Case subject)
    {
        yield return $"案件：{subject.Name}";
        yield return $"輔導單位：{subject.Unit}　{subject.Portrait?.UnitName}";
        yield return $"狀態：{StateName(subject.State)}";
        foreach (var line in Receipt(subject.Receipt).Concat(Content(subject.Application!, subject.Portrait)).Concat(Documents(subject)))
        {
            yield return line;
        }
    }

    private static IEnumerable<string> Receipt(Receipt? receipt) => receipt is null
        ? ["尚未送件。"]
        :
        [
            $"案號：{receipt.CaseNumber}",
            $"收件時間：{Clock(receipt.ReceivedAt)}",
            $"內容摘要（SHA-256）：{receipt.ContentSha256}",
        ];

    private static IEnumerable<string> Content(Application application, Portrait? portrait) =>
    [
        "",
        $"計畫名稱：{application.Title}",
        $"輔導議題：{application.Topic}",
        $"受輔導業者：{application.Company}　{portrait?.CompanyName}　{portrait?.County}",
        $"類組：{application.Group}　功能別：{application.Function}",
        $"輔導方式：{(application.Mode == CaseMode.Common ? "共通性技術輔導" : "一般個案")}　{application.CommonProject}",
        $"總經費：{application.Budget.Total} 元　政府款：{application.Budget.Government} 元　自籌款：{application.Budget.Self} 元",
        $"單位自編號：{application.Reference}",
    ];

    private static IEnumerable<string> Documents(Case subject) =>
    [
        "",
        "申請文件：",
        .. subject.Documents.Values.Select(document => $"．{KindName(document.Kind)}：{document.FileName}（{document.SizeBytes:N0} 位元組）"),
    ];

    private static string Clock(DateTimeOffset time)
    {
        var taipei = Domain.Calendar.Taipei.At(time);
        return $"民國{Domain.Calendar.RocDate.Format(DateOnly.FromDateTime(taipei.DateTime))} {taipei.ToString("HH:mm:ss", CultureInfo.InvariantCulture)}";
    }

    private static string StateName(CaseState state) => state switch
    {
        CaseState.Draft => "草稿",
        CaseState.Submitted => "已受理",
        CaseState.Screening => "資格審查中",
        CaseState.SupplementRequested => "補件中",
        CaseState.Qualified => "資格符合",
        CaseState.Returned => "退件",
        CaseState.Withdrawn => "撤回",
        _ => state.ToString(),
    };

    private static string KindName(DocumentKind kind) => kind switch
    {
        DocumentKind.Checklist => "申請文件檢查表",
        DocumentKind.Intent => "受理輔導單位輔導意願書",
        DocumentKind.Registration => "合法登記之證明文件",
        DocumentKind.Tax => "納稅證明文件",
        DocumentKind.Proposal => "計畫書",
        DocumentKind.Files => "計畫相關資料電子檔",
        _ => kind.ToString(),
    };
}
