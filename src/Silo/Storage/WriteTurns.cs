namespace SmeOrleans.Silo.Storage;

/// <summary>A line of writers; one at a time, first come, first served.</summary>
internal sealed class WriteTurns : IDisposable
{
    /// <summary>A turn where there is no line.</summary>
    public static readonly IDisposable Free = new NoTurn();

    private readonly SemaphoreSlim _line = new(1, 1);

    public async ValueTask<IDisposable> TakeAsync(CancellationToken cancellation)
    {
        await _line.WaitAsync(cancellation);
        return new Turn(_line);
    }

    public void Dispose() => _line.Dispose();

    private sealed class Turn(SemaphoreSlim line) : IDisposable
    {
        private SemaphoreSlim? _line = line;

        public void Dispose() => Interlocked.Exchange(ref _line, null)?.Release();
    }

    private sealed class NoTurn : IDisposable
    {
        public void Dispose()
        {
        }
    }
}
