using MailKit.Net.Smtp;
using MimeKit;

namespace SmeOrleans.Silo.Outbox;

/// <summary>Hands mail to a server.</summary>
internal sealed class SmtpSink(SmtpServer server) : IMailSink
{
    private const int TimeoutMilliseconds = 20_000;

    public async Task DeliverAsync(MimeMessage mail, string key, CancellationToken cancellation)
    {
        using var client = new SmtpClient { Timeout = TimeoutMilliseconds };
        await client.ConnectAsync(server.Host, server.Port, server.Security, cancellation);
        if (server.User is not null)
        {
            await client.AuthenticateAsync(server.User, server.Password ?? "", cancellation);
        }

        await client.SendAsync(mail, cancellation);
        await client.DisconnectAsync(quit: true, cancellation);
    }
}
