using System.Globalization;
using SmeOrleans.GrpcFrontend.Operations;
using SmeOrleans.Silo.Storage;

namespace SmeOrleans.Silo.Clock;

/// <summary>
/// The clock of a sandbox: it stands still until it is driven, never goes back, and is found again after a restart.
/// Everything that falls due on the way is done at its own time.
/// </summary>
internal sealed class SandboxClock(SettingsStore settings, Lazy<WakeSweeper> sweeper) : TimeProvider, ISandboxClock
{
    private const string Setting = "sandbox.now";
    private readonly SemaphoreSlim _driving = new(1, 1);
    private long _ticks;

    public bool IsDriven => true;

    public DateTimeOffset Now => GetUtcNow();

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);

    /// <summary>Finds the clock where it stood, or starts it.</summary>
    public async Task RestoreAsync(DateTimeOffset start)
    {
        var text = await settings.GetAsync(Setting, CancellationToken.None);
        Set(text is null ? start : DateTimeOffset.Parse(text, CultureInfo.InvariantCulture));
    }

    public async Task<(DateTimeOffset Now, int Handled)> AdvanceAsync(DateTimeOffset to, CancellationToken cancellation)
    {
        await _driving.WaitAsync(cancellation);
        try
        {
            if (to <= Now)
            {
                return (Now, 0);
            }

            // Kept before anything sees it: after a crash on the way the clock is not behind what was already done.
            await settings.SetAsync(Setting, to.ToString("O", CultureInfo.InvariantCulture), CancellationToken.None);
            var handled = await sweeper.Value.SweepUntilAsync(to, Set, CancellationToken.None);
            Set(to);
            return (Now, handled);
        }
        finally
        {
            _driving.Release();
        }
    }

    private void Set(DateTimeOffset time) => Interlocked.Exchange(ref _ticks, Math.Max(Interlocked.Read(ref _ticks), time.UtcTicks));
}
