namespace SmeOrleans.GrpcFrontend.ReadModels;

/// <summary>Every call that asked for something, whatever became of it.</summary>
public interface IAttempts
{
    Task RecordAsync(AttemptRow attempt, CancellationToken ct);

    /// <summary>Newest first.</summary>
    Task<Read<Page<AttemptRow>>> ListAsync(ListQuery query, CancellationToken ct);
}

/// <summary>One call.</summary>
/// <param name="Status">gRPC status code by name.</param>
/// <param name="Reason">Wire name of the refusal; empty when accepted.</param>
public sealed record AttemptRow(
    DateTimeOffset At, string Method, string Resource, string Subject, string RequestId, string Status, string Reason);
