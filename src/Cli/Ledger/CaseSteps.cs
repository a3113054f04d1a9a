using System.Security.Cryptography;
using Google.Protobuf;

namespace SmeOrleans.Cli.Ledger;

/// <summary>Names of the steps of a case in the ledger, and the hash of what is sent.</summary>
internal static class CaseSteps
{
    public const string Create = "create";
    public const string Submit = "submit";
    public const string Supplement = "supplement";

    private const string UploadPrefix = "upload-";

    public static string Upload(DocumentKind kind) => UploadPrefix + kind;

    public static DocumentKind? UploadedKind(string step) =>
        step.StartsWith(UploadPrefix, StringComparison.Ordinal) ? Enum.Parse<DocumentKind>(step[UploadPrefix.Length..].Split('-')[0]) : null;

    public static string Hash(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    public static string Hash(IMessage message) => Hash(message.ToByteArray());
}
