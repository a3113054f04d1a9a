namespace SmeOrleans.Silo.Storage;

/// <summary>A call that was turned away; kept because who tried what matters to an audit (S19).</summary>
/// <param name="Id">Given by <see cref="AttemptLog"/>; sorts by time.</param>
/// <param name="Method">Full name of the RPC.</param>
/// <param name="Resource">Resource name asked for; empty when none.</param>
/// <param name="Subject">Who asked; empty when unauthenticated.</param>
/// <param name="Status">gRPC status code by name.</param>
/// <param name="Reason">Code of the rejection; null when none.</param>
public sealed record Attempt(
    string Id, DateTimeOffset At, string Method, string Resource, string Subject, string? RequestId, string Status, string? Reason)
{
    public Attempt(DateTimeOffset at, string method, string resource, string subject, string? requestId, string status, string? reason)
        : this(Guid.CreateVersion7(at).ToString(), at, method, resource, subject, requestId, status, reason)
    {
    }
}
