using SmeOrleans.GrpcFrontend.Operations;

namespace SmeOrleans.Silo.Clock;

/// <summary>Real time: it cannot be driven.</summary>
internal sealed class SystemClock : ISandboxClock
{
    public bool IsDriven => false;

    public DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    public Task<(DateTimeOffset Now, int Handled)> AdvanceAsync(DateTimeOffset to, CancellationToken cancellation) =>
        throw new InvalidOperationException("Only a sandbox has a clock that can be driven.");
}
