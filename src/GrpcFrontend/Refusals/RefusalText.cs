using System.Text.RegularExpressions;

namespace SmeOrleans.GrpcFrontend.Refusals;

/// <summary>A refusal as sentences: what is wrong, by which rule, and what to do.</summary>
public static partial class RefusalText
{
    private const int FactMaxChars = 200;

    public static string Zh(Rejection refusal) =>
        $"{Fill(refusal.Reason.Zh, refusal)}（規則 {refusal.Reason.Rule}）{Fill(refusal.Reason.RemedyZh, refusal)}";

    public static string En(Rejection refusal) =>
        $"{Fill(refusal.Reason.En, refusal)} (rule {refusal.Reason.Rule}) {Fill(refusal.Reason.RemedyEn, refusal)}";

    /// <summary>A fact short enough for a trailer; clients refuse more than about 8 KiB of them.</summary>
    public static string Shorten(string fact) => fact.Length <= FactMaxChars ? fact : string.Concat(fact.AsSpan(0, FactMaxChars - 1), "…");

    private static string Fill(string template, Rejection refusal) =>
        Placeholder().Replace(template, match => Shorten(refusal.Facts.GetValueOrDefault(match.Groups[1].Value, "—")));

    [GeneratedRegex(@"\{([a-z_]+)\}")]
    private static partial Regex Placeholder();
}
