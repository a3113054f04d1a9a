using System.Globalization;
using MailKit.Security;

namespace SmeOrleans.Silo.Outbox;

/// <summary>A mail server, as options name it.</summary>
internal sealed record SmtpServer(string Host, int Port, SecureSocketOptions Security, string? User, string? Password)
{
    private const int SubmissionPort = 587, TlsPort = 465;

    /// <exception cref="FormatException">The text names no server.</exception>
    public static SmtpServer Parse(string text)
    {
        var address = text.Contains("://", StringComparison.Ordinal) ? text : "smtp://" + text;
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Host.Length == 0 || uri.Scheme is not ("smtp" or "smtps"))
        {
            throw new FormatException("A mail server is HOST:PORT or smtp[s]://USER:PASSWORD@HOST:PORT.");
        }

        var isTls = uri.Scheme == "smtps" || uri.Port == TlsPort;
        var account = uri.UserInfo.Split(':', 2);
        var hasAccount = account[0].Length > 0;
        return new(uri.Host, PortOf(uri, isTls),
            isTls ? SecureSocketOptions.SslOnConnect : hasAccount ? SecureSocketOptions.StartTls : SecureSocketOptions.StartTlsWhenAvailable,
            hasAccount ? Uri.UnescapeDataString(account[0]) : null, account.Length == 2 ? Uri.UnescapeDataString(account[1]) : "");
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Host}:{Port}");

    private static int PortOf(Uri uri, bool isTls) => uri.Port > 0 ? uri.Port : isTls ? TlsPort : SubmissionPort;
}
