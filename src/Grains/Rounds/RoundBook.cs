using System.Collections.Concurrent;
using System.Diagnostics;

namespace SmeOrleans.Grains.Rounds;

/// <summary>
/// Copies with an age limit. Age is real time even where the service's clock is driven: it bounds what another silo
/// may not yet have heard of, not what the programme calls time.
/// </summary>
internal sealed class RoundBook(IGrainFactory grains) : IRoundBook
{
    private static readonly TimeSpan MaxAge = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<string, (Round Round, long ReadAt)> _copies = new();
    private long _forgotten;

    public async ValueTask<Round?> FindAsync(string name)
    {
        if (_copies.TryGetValue(name, out var copy) && Stopwatch.GetElapsedTime(copy.ReadAt) < MaxAge)
        {
            return copy.Round;
        }

        var readAt = Stopwatch.GetTimestamp();
        var forgotten = Volatile.Read(ref _forgotten);
        var answer = await grains.GetGrain<IRoundGrain>(name).Read(Caller.Service);
        // An answer that was on its way while the round changed may be the old one.
        if (answer.State is { } round && forgotten == Volatile.Read(ref _forgotten))
        {
            _copies[name] = (round, readAt);
        }

        return answer.State;
    }

    public void Forget(string name)
    {
        Interlocked.Increment(ref _forgotten);
        _copies.TryRemove(name, out _);
    }
}
