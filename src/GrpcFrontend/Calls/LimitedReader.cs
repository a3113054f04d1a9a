namespace SmeOrleans.GrpcFrontend.Calls;

/// <summary>Reads a client's stream within stated times; they run by real time, also where the service's clock is driven.</summary>
internal sealed class LimitedReader<T>(IAsyncStreamReader<T> stream, TimeSpan total, TimeSpan idle, CancellationToken call) : IDisposable
    where T : class
{
    private readonly CancellationTokenSource _total = new(total);

    /// <summary>The next message, or null at the end.</summary>
    /// <exception cref="RefusedException">A time is over.</exception>
    public async Task<T?> Next()
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(call, _total.Token);
        waiting.CancelAfter(idle);
        try
        {
            return await stream.MoveNext(waiting.Token) ? stream.Current : null;
        }
        catch (Exception) when (waiting.IsCancellationRequested && !call.IsCancellationRequested)
        {
            throw new RefusedException(Rejection.Because(
                Reasons.LimitExceeded, ("total_seconds", total.TotalSeconds), ("idle_seconds", idle.TotalSeconds)));
        }
    }

    public void Dispose() => _total.Dispose();
}
