using SmeOrleans.Cli.Ledger;

namespace SmeOrleans.Cli.Connection;

/// <summary>What a request came to in the end.</summary>
/// <param name="Replayed">Answered from memory of an earlier identical request.</param>
internal sealed record Settled<T>(T? Answer, Refusal? Refusal, bool Replayed)
    where T : class
{
    public T Required(string what) => Answer ?? throw new CliException(ExitCodes.Refused, $"{what}: {Refusal}");
}

/// <summary>
/// Sends requests until they are settled: intent before, outcome after, and the same request id again while the line is
/// broken or the service asks for patience.
/// </summary>
internal sealed class LedgeredCaller(LedgerFile ledger, TimeProvider time)
{
    private const string ReplayedTrailer = "sme-replayed";
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);

    private int replayed;
    private int retried;

    /// <summary>How long a broken line is tried again.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Runs before each further attempt, e.g. to set a clock that a restart has lost.</summary>
    public Func<CancellationToken, Task> BeforeRetry { get; set; } = _ => Task.CompletedTask;

    public int Replayed => replayed;

    public int Retried => retried;

    /// <param name="outcome">What to note of the answer.</param>
    public async Task<Settled<T>> SendAsync<T>(
        Intent intent, Func<Task<(T Answer, Metadata Trailers)>> send, Func<T, Outcome> outcome, CancellationToken stop)
        where T : class
    {
        ledger.Write(intent);
        var settled = await SettleAsync($"{intent.Step} of {intent.Subject}", send, restore: true, stop,
            unknown => ledger.Write(new Outcome(intent.RequestId, OutcomeKind.Unknown, unknown.Reason)));
        ledger.Write(settled.Answer is { } done ? outcome(done) : new(intent.RequestId, OutcomeKind.Refused, settled.Refusal!.Reason));
        return settled;
    }

    /// <summary>Asks for something that changes no case, until there is an answer.</summary>
    public async Task<T> UntilAnsweredAsync<T>(string what, Func<Task<T>> ask, CancellationToken stop)
        where T : class =>
        (await TryAskAsync(what, ask, stop)).Required(what);

    /// <summary>The same, where a refusal is an answer, too.</summary>
    public Task<Settled<T>> TryAskAsync<T>(string what, Func<Task<T>> ask, CancellationToken stop)
        where T : class =>
        SettleAsync(what, async () => (await ask(), Metadata.Empty), restore: false, stop, _ => { });

    private async Task<Settled<T>> SettleAsync<T>(
        string what, Func<Task<(T Answer, Metadata Trailers)>> send, bool restore, CancellationToken stop, Action<Refusal> broken)
        where T : class
    {
        var giveUpAt = time.GetUtcNow() + Patience;
        for (var pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                var (answer, trailers) = await send();
                return new(answer, null, CountReplayed(trailers));
            }
            catch (RpcException failure)
            {
                stop.ThrowIfCancellationRequested();
                var refusal = Refusal.Of(failure);
                if (!refusal.IsTransient)
                {
                    return new(null, refusal, false);
                }

                broken(refusal);
                if (time.GetUtcNow() > giveUpAt)
                {
                    throw CliException.Unreachable($"{what} is not settled after {Patience.TotalSeconds:F0} s: {refusal}");
                }

                await PauseAsync(refusal.RetryAfter ?? pause, restore, stop);
            }
        }
    }

    private async Task PauseAsync(TimeSpan pause, bool restore, CancellationToken stop)
    {
        Interlocked.Increment(ref retried);
        await Task.Delay(pause, time, stop);
        if (restore)
        {
            await BeforeRetry(stop);
        }
    }

    private bool CountReplayed(Metadata trailers)
    {
        var wasReplayed = trailers.GetValue(ReplayedTrailer) == "true";
        if (wasReplayed)
        {
            Interlocked.Increment(ref replayed);
        }

        return wasReplayed;
    }
}
