using System.Text;

namespace SmeOrleans.Domain.Tests.Documents;

public sealed class ErrorsDocument
{
    [Fact]
    public void Then_the_catalogue_is_that_of_the_code()
    {
        var text = new StringBuilder(
            """
            # Why a request was refused · 退回原因

            Generated from `Reasons`; a test fails when this page and the code differ. The reason is `google.rpc.ErrorInfo.reason` in
            the status details, with domain `sme-guidance`; rule id and facts are its metadata. Texts name facts in braces.


            """);
        foreach (var kind in Reasons.All.GroupBy(reason => reason.Kind).OrderBy(kind => kind.Key))
        {
            text.Append($"## {StatusOf(kind.Key)}\n\n| reason | rule | 說明 | 處理方式 | meaning | what to do |\n|---|---|---|---|---|---|\n");
            foreach (var reason in kind)
            {
                text.Append($"| `{reason.WireName}` | {reason.Rule} | {reason.Zh} | {reason.RemedyZh} | {reason.En} | {reason.RemedyEn} |\n");
            }

            text.Append('\n');
        }

        Approved.Equals("errors.md", text.ToString().TrimEnd('\n') + "\n");
    }

    private static string StatusOf(RefusalKind kind) => kind switch
    {
        RefusalKind.Invalid => "INVALID_ARGUMENT",
        RefusalKind.Unknown => "NOT_FOUND",
        RefusalKind.Exists => "ALREADY_EXISTS",
        RefusalKind.Precondition => "FAILED_PRECONDITION",
        RefusalKind.Conflict => "ABORTED",
        RefusalKind.Exhausted => "RESOURCE_EXHAUSTED",
        RefusalKind.Forbidden => "PERMISSION_DENIED",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
