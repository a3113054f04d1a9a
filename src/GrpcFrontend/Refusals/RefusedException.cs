namespace SmeOrleans.GrpcFrontend.Refusals;

/// <summary>Carries a refusal from a method to the one place that maps refusals.</summary>
internal sealed class RefusedException(Rejection refusal) : Exception(refusal.Code)
{
    public Rejection Refusal { get; } = refusal;
}
