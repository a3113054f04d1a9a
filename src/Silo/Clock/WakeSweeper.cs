using SmeOrleans.Grains.Journaling;
using SmeOrleans.Silo.Storage;

namespace SmeOrleans.Silo.Clock;

/// <summary>
/// Wakes the grains whose stored wake-up time has come. The time is stored in the same transaction as the state that
/// wants it, so nothing due can be lost; a grain that fails is found again by the next sweep.
/// </summary>
internal sealed partial class WakeSweeper(Wakeups wakeups, IGrainFactory grains, TimeProvider clock, ILogger<WakeSweeper> log) : BackgroundService
{
    private const int Batch = 200;
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2);

    /// <summary>Wakes everything due up to a time, in order of time; <paramref name="reached"/> hears each time on the way.</summary>
    public async Task<int> SweepUntilAsync(DateTimeOffset until, Action<DateTimeOffset> reached, CancellationToken cancellation)
    {
        var seen = new HashSet<Wakeup>();
        while (true)
        {
            var due = await wakeups.DueAsync(until, seen.Count + Batch, cancellation);
            var fresh = due.Where(seen.Add).ToList();
            foreach (var wakeup in fresh)
            {
                reached(wakeup.At);
                await WakeAsync(wakeup);
            }

            // What is still due though it was woken at that very time waits for the next sweep.
            if (fresh.Count == 0)
            {
                return seen.Count;
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
                await SweepUntilAsync(clock.GetUtcNow(), _ => { }, stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                LogSweepFailed(fault);
            }
        }
    }

    private async Task WakeAsync(Wakeup wakeup)
    {
        try
        {
            await grains.GetGrain<IWakeable>(GrainId.Create(wakeup.GrainType, wakeup.Grain)).Wake();
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            LogWakeFailed(fault, wakeup.Grain);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Grain} could not be woken; the next sweep tries again.")]
    private partial void LogWakeFailed(Exception fault, string grain);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The sweep for due grains failed; the next one tries again.")]
    private partial void LogSweepFailed(Exception fault);
}
