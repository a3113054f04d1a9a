namespace SmeOrleans.Silo.Outbox;

/// <summary>Registers the delivery of notifications.</summary>
public static class OutboxRegistration
{
    /// <exception cref="FormatException">The options name no mail server.</exception>
    public static IServiceCollection AddOutbox(this IServiceCollection services, OutboxOptions options)
    {
        IMailSink sink = options.Smtp is { } server
            ? new SmtpSink(SmtpServer.Parse(server))
            : new FileSink(Path.Combine(options.DataDirectory, "mail"));
        return services
            .AddSingleton(options)
            .AddSingleton(sink)
            .AddSingleton<OutboxTable>()
            // Retries and leases are about the mail server: real time, also where the service's clock is driven.
            .AddSingleton(provider => ActivatorUtilities.CreateInstance<OutboxDispatcher>(provider, TimeProvider.System))
            .AddHostedService(provider => provider.GetRequiredService<OutboxDispatcher>());
    }
}
