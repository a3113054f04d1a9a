namespace SmeOrleans.GrpcFrontend.Calls;

/// <summary>Outermost: notes when the complete request had reached the service, before any waiting (W-1).</summary>
internal sealed class ArrivalInterceptor(TimeProvider clock) : CallInterceptor
{
    protected override Task<T> Around<T>(IncomingCall call, ServerCallContext context, Func<Task<T>> next)
    {
        context.SetReceivedAt(clock.GetUtcNow());
        return next();
    }
}
