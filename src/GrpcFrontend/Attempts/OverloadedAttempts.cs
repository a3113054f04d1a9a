using System.Threading.Channels;
using Microsoft.Extensions.Hosting;

namespace SmeOrleans.GrpcFrontend.Attempts;

/// <summary>
/// Writes down whom overload turned away, later and a few a second: at once it would be more to do. What more than fits
/// waits is lost, as is what waits when the process ends; the refused were told so and come again.
/// </summary>
internal sealed class OverloadedAttempts(AttemptLog attempts) : BackgroundService
{
    private const int WaitingMax = 10_000;
    private const int WrittenPerSecond = 50;

    // Real time, because a driven clock may stand still.
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    private readonly Channel<AttemptRow> _waiting = Channel.CreateBounded<AttemptRow>(
        new BoundedChannelOptions(WaitingMax) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    /// <summary>Returns at once.</summary>
    public void Note(AttemptRow attempt) => _waiting.Writer.TryWrite(attempt);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var beat = new PeriodicTimer(Beat);
        while (await _waiting.Reader.WaitToReadAsync(stoppingToken))
        {
            for (var written = 0; written < WrittenPerSecond && _waiting.Reader.TryRead(out var attempt); written++)
            {
                await attempts.WriteAsync(attempt);
            }

            await beat.WaitForNextTickAsync(stoppingToken);
        }
    }
}
