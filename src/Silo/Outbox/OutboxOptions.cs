namespace SmeOrleans.Silo.Outbox;

/// <summary>Where notifications go.</summary>
/// <param name="DataDirectory">Mail lies in its folder <c>mail</c> when there is no server.</param>
/// <param name="Smtp">
/// Mail server as <c>host:port</c>, or <c>smtp[s]://user:password@host:port</c>; <c>smtps</c> and port 465 speak TLS from the
/// start, others use STARTTLS where it is offered, and with a password only then. Null = files.
/// </param>
/// <param name="MailFrom">Sender's address.</param>
public sealed record OutboxOptions(string DataDirectory, string? Smtp, string MailFrom);
