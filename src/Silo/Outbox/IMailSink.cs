using MimeKit;

namespace SmeOrleans.Silo.Outbox;

/// <summary>Where a mail is handed over. It may be handed over more than once, always under the same Message-ID.</summary>
internal interface IMailSink
{
    /// <param name="key">The same for every delivery of the same mail; letters and digits.</param>
    Task DeliverAsync(MimeMessage mail, string key, CancellationToken cancellation);
}
