using Google.Protobuf;
using Google.Rpc;
using SmeOrleans.GrpcFrontend.Access;

namespace SmeOrleans.GrpcFrontend.Attempts;

/// <summary>Keeps a proof of every refused or failed attempt to change something.</summary>
internal sealed class AttemptInterceptor(AttemptLog attempts) : CallInterceptor
{
    protected override async Task<T> Around<T>(IncomingCall call, ServerCallContext context, Func<Task<T>> next)
    {
        try
        {
            return await next();
        }
        catch (RpcException refused) when (RpcPolicies.Of(context.Method) is { Mutates: true } && !IsOverload(refused))
        {
            await attempts.RecordAsync(Row(call.Request as IMessage, context, refused));
            throw;
        }
    }

    // Writing down that there is too much to do would be more to do.
    private static bool IsOverload(RpcException refused) => ReasonOf(refused) == Reasons.Overload.WireName;

    private static string ReasonOf(RpcException refused) => refused.GetRpcStatus()?.GetDetail<ErrorInfo>()?.Reason ?? "";

    private static AttemptRow Row(IMessage? request, ServerCallContext context, RpcException refused) => new(
        context.ReceivedAt(),
        context.Method,
        RequestFields.Resource(request),
        AttemptLog.SubjectOf(context.CallerOrNull()),
        RequestFields.Text(request, "request_id"),
        refused.StatusCode.ToString(),
        ReasonOf(refused));
}
