namespace SmeOrleans.Domain.Tests;

/// <summary>Asserts on refusals.</summary>
internal static class Refusal
{
    public static Rejection Of<TEvent>(Decision<TEvent> decision, Reason reason)
    {
        Assert.Empty(decision.Events);
        return Of(decision.Refusal, reason);
    }

    public static Rejection Of(Rejection? refusal, Reason reason)
    {
        Assert.NotNull(refusal);
        Assert.Equal(reason.Code, refusal.Code);
        return refusal;
    }
}
