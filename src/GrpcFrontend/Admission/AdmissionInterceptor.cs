using SmeOrleans.GrpcFrontend.Access;

namespace SmeOrleans.GrpcFrontend.Admission;

/// <summary>Bounds how much is under way: unary calls, streams and uploads each by themselves.</summary>
internal sealed class AdmissionInterceptor(FrontendOptions options) : CallInterceptor
{
    private readonly AdmissionGate _calls = new(options.MaxConcurrentCalls);
    private readonly AdmissionGate _streams = new(options.MaxConcurrentStreams);
    private readonly AdmissionGate _uploads = new(options.MaxConcurrentUploads);

    protected override async Task<T> Around<T>(IncomingCall call, ServerCallContext context, Func<Task<T>> next)
    {
        // Health must answer exactly when the service is busy.
        if (RpcPolicies.IsOpen(context.Method))
        {
            return await next();
        }

        using var place = GateOf(call.Kind).Enter();
        return await next();
    }

    private AdmissionGate GateOf(MethodType kind) => kind switch
    {
        MethodType.Unary => _calls,
        MethodType.ClientStreaming => _uploads,
        _ => _streams,
    };
}
