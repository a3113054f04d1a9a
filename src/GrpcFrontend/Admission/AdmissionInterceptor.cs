using SmeOrleans.GrpcFrontend.Access;

namespace SmeOrleans.GrpcFrontend.Admission;

/// <summary>Bounds how much is under way, each kind of call by itself, and what one caller may have of the long ones.</summary>
internal sealed class AdmissionInterceptor(FrontendOptions options) : CallInterceptor
{
    private const int OpenStreamsMax = 64;

    private readonly AdmissionGate _calls = new(options.MaxConcurrentCalls);
    private readonly AdmissionGate _uploads = new(options.MaxConcurrentUploads);
    private readonly AdmissionGate _downloads = new(options.MaxConcurrentUploads);
    private readonly AdmissionGate _batches = new(options.MaxConcurrentStreams);
    private readonly AdmissionGate _watches = new(options.MaxConcurrentStreams);
    private readonly AdmissionGate _open = new(OpenStreamsMax);
    private readonly CallerGate _longCallsOfOne = new(options.MaxLongCallsOfOneCaller);

    protected override async Task<T> Around<T>(IncomingCall call, ServerCallContext context, Func<Task<T>> next)
    {
        var isOpen = RpcPolicies.IsOpen(context.Method);
        if (call.Kind == MethodType.Unary)
        {
            // Health must answer exactly when the service is busy.
            using var unary = isOpen ? null : _calls.Enter();
            return await next();
        }

        using var place = (isOpen ? _open : GateOf(call.Kind, context.Method)).Enter();
        using var own = isOpen ? null : _longCallsOfOne.Enter(SubjectOf(context));
        return await next();
    }

    private AdmissionGate GateOf(MethodType kind, string method) => kind switch
    {
        MethodType.ClientStreaming => _uploads,
        MethodType.DuplexStreaming => _batches,
        _ => method.Contains("/Watch", StringComparison.Ordinal) ? _watches : _downloads,
    };

    private static string SubjectOf(ServerCallContext context) => context.GetHttpContext().User.FindFirst("sub")?.Value ?? "";
}
