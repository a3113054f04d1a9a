namespace SmeOrleans.GrpcFrontend.Operations;

/// <summary>The service's clock, as an operator sees it.</summary>
public interface ISandboxClock
{
    /// <summary>True where it can be driven.</summary>
    bool IsDriven { get; }

    DateTimeOffset Now { get; }

    /// <summary>Drives it forward and does what falls due on the way; a past time changes nothing.</summary>
    /// <returns>The time then, and how many deadlines were handled.</returns>
    Task<(DateTimeOffset Now, int Handled)> AdvanceAsync(DateTimeOffset to, CancellationToken ct);
}
