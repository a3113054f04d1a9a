namespace SmeOrleans.GrpcFrontend.Refusals;

/// <summary>Turns whatever a method throws into a gRPC status.</summary>
internal sealed class RefusalInterceptor(FailureStatus failures) : CallInterceptor
{
    protected override async Task<T> Around<T>(IncomingCall call, ServerCallContext context, Func<Task<T>> next)
    {
        try
        {
            return await next();
        }
        catch (Exception failure)
        {
            throw failures.Of(failure, context);
        }
    }
}
