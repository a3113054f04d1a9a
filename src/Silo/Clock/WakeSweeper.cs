using SmeOrleans.Grains.Journaling;
using SmeOrleans.Silo.Storage;

namespace SmeOrleans.Silo.Clock;

/// <summary>
/// Wakes the grains whose stored wake-up time has come. The time is stored in the same transaction as the state that
/// wants it, so nothing due can be lost; a grain that fails is found again by the next sweep.
/// </summary>
internal sealed partial class WakeSweeper(Wakeups wakeups, IGrainFactory grains, TimeProvider clock, ILogger<WakeSweeper> log) : BackgroundService
{
    private const int Batch = 256;
    private const int AtOnce = 64;
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>
    /// For a driven clock: wakes everything due up to a time, each at its own time, also what waking makes due on the way.
    /// </summary>
    /// <param name="reached">Hears each time before what is due then is woken.</param>
    public async Task<int> SweepUntilAsync(DateTimeOffset until, Action<DateTimeOffset> reached, CancellationToken cancellation)
    {
        var seen = new HashSet<Wakeup>();
        while (true)
        {
            var due = (await wakeups.DueAsync(until, seen.Count + 1, cancellation: cancellation)).Where(seen.Add).ToList();
            if (due.Count == 0)
            {
                return seen.Count;
            }

            foreach (var wakeup in due)
            {
                reached(wakeup.At);
                await WakeAsync(wakeup, cancellation);
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                LogSweepFailed(fault);
            }
        }
    }

    /// <summary>Many at once, so that their writes share commits and one grain that does not answer holds up nobody else's deadline.</summary>
    private async Task SweepAsync(CancellationToken cancellation)
    {
        Wakeup? last = null;
        do
        {
            var due = await wakeups.DueAsync(clock.GetUtcNow(), Batch, last, cancellation);
            await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
                async (wakeup, stop) => await WakeAsync(wakeup, stop));
            last = due.Count == Batch ? due[^1] : null;
        }
        while (last is not null);
    }

    private async Task WakeAsync(Wakeup wakeup, CancellationToken cancellation)
    {
        try
        {
            await grains.GetGrain<IWakeable>(GrainId.Create(wakeup.GrainType, wakeup.Grain)).Wake().WaitAsync(Patience, cancellation);
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            LogWakeFailed(fault, wakeup.Grain);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Grain} could not be woken; the next sweep tries again.")]
    private partial void LogWakeFailed(Exception fault, string grain);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The sweep for due grains failed; the next one tries again.")]
    private partial void LogSweepFailed(Exception fault);
}
