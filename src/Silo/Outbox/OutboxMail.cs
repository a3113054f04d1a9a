using System.Security.Cryptography;
using System.Text;
using MimeKit;

namespace SmeOrleans.Silo.Outbox;

/// <summary>A row of the outbox.</summary>
/// <param name="DedupeKey">The same for every delivery of the same notification.</param>
/// <param name="CreatedAt">When its cause was written; the date of the mail.</param>
/// <param name="Attempts">Deliveries tried, this one included.</param>
internal sealed record OutboxMail(string Id, string DedupeKey, string Recipient, string Subject, string Body, DateTimeOffset CreatedAt, int Attempts)
{
    private const string IdDomain = "outbox.sme-guidance";

    /// <summary>The key's digest; names the file, too.</summary>
    public string MessageKey => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(DedupeKey)))[..32];

    /// <summary>
    /// The mail. MimeKit parses the address and folds and encodes the subject, so no text of an applicant can become a header.
    /// </summary>
    /// <exception cref="ParseException">The recipient is no address.</exception>
    public MimeMessage Compose(string from) => new()
    {
        From = { MailboxAddress.Parse(from) },
        To = { MailboxAddress.Parse(Recipient) },
        Subject = Subject.ReplaceLineEndings(" "),
        Date = CreatedAt,
        MessageId = $"{MessageKey}@{IdDomain}",
        Headers = { { HeaderId.AutoSubmitted, "auto-generated" } },
        Body = new TextPart("plain") { Text = Body },
    };
}
