using System.Security.Cryptography;
using Google.Protobuf;

namespace SmeOrleans.Cli.Ledger;

/// <summary>Names of the steps of a case in the ledger, and the hash of what is sent.</summary>
internal static class CaseSteps
{
    public const string Create = "create";
    public const string Submit = "submit";
    public const string Supplement = "supplement";
    public const string RevisePlan = "revise plan";
    public const string ConfirmPlan = "confirm plan";
    public const string SignContract = "sign contract";
    public const string FirstInstalment = "pay instalment 1";
    public const string SecondInstalment = "pay instalment 2";
    public const string Refund = "record refund";
    public const string MidtermReport = "file mid-term report";
    public const string MidtermReview = "review mid-term report";
    public const string Visit = "record visit";
    public const string FinalReport = "file final report";
    public const string FinalPassed = "pass final report";
    public const string Benefits = "record benefits";
    public const string Accept = "accept";
    public const string Close = "close";
    public const string Discontinue = "discontinue";

    private const string UploadPrefix = "upload-";

    public static string Upload(DocumentKind kind) => UploadPrefix + kind;

    public static DocumentKind? UploadedKind(string step) =>
        step.StartsWith(UploadPrefix, StringComparison.Ordinal) ? Enum.Parse<DocumentKind>(step[UploadPrefix.Length..].Split('-')[0]) : null;

    public static string Hash(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    public static string Hash(IMessage message) => Hash(message.ToByteArray());
}
