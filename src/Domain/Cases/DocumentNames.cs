namespace SmeOrleans.Domain.Cases;

/// <summary>The six documents by their zh-TW names (W-3).</summary>
public static class DocumentNames
{
    public static string Zh(DocumentKind kind) => kind switch
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
