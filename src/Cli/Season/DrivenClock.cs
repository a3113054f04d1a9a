using Google.Protobuf.WellKnownTypes;
using SmeOrleans.Cli.Connection;

namespace SmeOrleans.Cli.Season;

/// <summary>The sandbox clock of the service, as this replay drives it: forward only.</summary>
internal sealed class DrivenClock(ServiceConnection connection, string operatorToken, LedgeredCaller caller)
{
    /// <summary>Where this replay has driven the clock so far.</summary>
    public DateTimeOffset? Now { get; private set; }

    public async Task AdvanceAsync(DateTimeOffset time, CancellationToken stop)
    {
        if (Now >= time)
        {
            return;
        }

        Now = time;
        await caller.UntilAnsweredAsync("advance clock", () => SetAsync(time, stop), stop);
    }

    /// <summary>Sets a clock that a restart may have lost; what fails here fails again, and visibly, in the call that follows.</summary>
    public async Task RestoreAsync(CancellationToken stop)
    {
        if (Now is not { } time)
        {
            return;
        }

        try
        {
            await SetAsync(time, stop);
        }
        catch (RpcException) when (!stop.IsCancellationRequested)
        {
        }
    }

    private async Task<AdvanceClockResponse> SetAsync(DateTimeOffset time, CancellationToken stop) =>
        await connection.Operations.AdvanceClockAsync(
            new() { Time = Timestamp.FromDateTimeOffset(time) }, ServiceConnection.Options(operatorToken, stop));
}
