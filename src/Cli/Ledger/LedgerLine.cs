using System.Text.Json.Serialization;

namespace SmeOrleans.Cli.Ledger;

/// <summary>One line of the ledger of a client: what it was about to ask, or what it was told.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "line")]
[JsonDerivedType(typeof(Intent), "intent")]
[JsonDerivedType(typeof(Outcome), "outcome")]
internal abstract record LedgerLine(string RequestId);

/// <summary>Written before a request is sent.</summary>
/// <param name="Step">What is asked, e.g. <see cref="CaseSteps.Submit"/>.</param>
/// <param name="Subject">Whom it is about; for cases their reference.</param>
/// <param name="PayloadHash">SHA-256 of what is sent, lower-case hex.</param>
internal sealed record Intent(string RequestId, string Step, string Subject, string PayloadHash) : LedgerLine(RequestId);

/// <summary>How a request ended.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<OutcomeKind>))]
internal enum OutcomeKind
{
    /// <summary>The service did it.</summary>
    Ok,

    /// <summary>The service said no, and why.</summary>
    Refused,

    /// <summary>The line broke; it may have happened.</summary>
    Unknown,
}

/// <summary>Written after an answer, or its absence.</summary>
/// <param name="Reason">Reason of a refusal, or the status when unknown.</param>
/// <param name="Etag">Etag of the case as answered.</param>
internal sealed record Outcome(
    string RequestId, OutcomeKind Kind, string? Reason = null, string? Case = null, string? Etag = null, LedgerReceipt? Receipt = null)
    : LedgerLine(RequestId);

/// <summary>A receipt as it was handed over.</summary>
internal sealed record LedgerReceipt(string CaseNumber, DateTimeOffset ReceiveTime, string ContentSha256, string SignedReceipt)
{
    public static LedgerReceipt Of(Receipt receipt) => new(
        receipt.CaseNumber, receipt.ReceiveTime.ToDateTimeOffset(), receipt.ContentSha256, receipt.SignedReceipt);
}
