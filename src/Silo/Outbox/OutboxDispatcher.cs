namespace SmeOrleans.Silo.Outbox;

/// <summary>
/// Delivers the outbox at least once: a crash between delivery and its record repeats the mail, under the same Message-ID.
/// Any number of processes may run one.
/// </summary>
internal sealed partial class OutboxDispatcher(
    OutboxTable table, IMailSink sink, OutboxOptions options, TimeProvider time, ILogger<OutboxDispatcher> log) : BackgroundService
{
    private const int BatchMax = 20;
    private const int ErrorCharactersMax = 500;
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan FirstRetry = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LastRetry = TimeSpan.FromHours(1);

    // Longer than a whole batch of mails that each run into the server's timeout.
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    /// <summary>How long to wait after so many attempts: 5 s, doubled each time up to an hour, for ever.</summary>
    public static TimeSpan RetryAfter(int attempts) =>
        attempts > 10 ? LastRetry : TimeSpan.FromTicks(Math.Min(LastRetry.Ticks, FirstRetry.Ticks << (attempts - 1)));

    /// <summary>Tries what is due now.</summary>
    /// <returns>Mails tried.</returns>
    public async Task<int> DispatchAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var claimed = await table.ClaimAsync(now, now + Lease, BatchMax, cancellation);
        var sent = new List<string>();
        try
        {
            foreach (var mail in claimed)
            {
                if (await DeliverAsync(mail, cancellation))
                {
                    sent.Add(mail.Id);
                }
            }
        }
        finally
        {
            await table.SentAsync(sent, time.GetUtcNow());
        }

        return claimed.Count;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            if (await TryDispatchAsync(stoppingToken) == 0)
            {
                // The machine's time: a driven clock that stands still must not hold up mail that is due.
                await Task.Delay(Idle, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task<int> TryDispatchAsync(CancellationToken cancellation)
    {
        try
        {
            return await DispatchAsync(cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return 0;
        }
        catch (Exception failure)
        {
            LogStoreFailed(failure);
            return 0;
        }
    }

    private async Task<bool> DeliverAsync(OutboxMail mail, CancellationToken cancellation)
    {
        try
        {
            await sink.DeliverAsync(mail.Compose(options.MailFrom), mail.MessageKey, cancellation);
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            LogDeliveryFailed(mail.Id, mail.Attempts, failure);
            await table.FailedAsync(mail.Id, Shorten(failure.Message), time.GetUtcNow() + RetryAfter(mail.Attempts));
            return false;
        }

        return true;
    }

    private static string Shorten(string message) => message.Length <= ErrorCharactersMax ? message : message[..ErrorCharactersMax];

    [LoggerMessage(LogLevel.Warning, "Mail {Id} was not delivered at attempt {Attempt}; it will be tried again.")]
    private partial void LogDeliveryFailed(string id, int attempt, Exception failure);

    [LoggerMessage(LogLevel.Error, "The outbox cannot be read or written; it will be tried again.")]
    private partial void LogStoreFailed(Exception failure);
}
