using Google.Protobuf;
using Google.Rpc;
using SmeOrleans.GrpcFrontend.Access;

namespace SmeOrleans.GrpcFrontend.Attempts;

/// <summary>Keeps a proof of every refused or failed attempt to change something.</summary>
internal sealed class AttemptInterceptor(AttemptLog attempts, OverloadedAttempts overloaded) : CallInterceptor
{
    protected override async Task<T> Around<T>(IncomingCall call, ServerCallContext context, Func<Task<T>> next)
    {
        try
        {
            return await next();
        }
        catch (RpcException refused) when (RpcPolicies.Of(context.Method) is { Mutates: true })
        {
            var row = Row(call.Request as IMessage, context, refused);
            if (IsOverload(refused))
            {
                overloaded.Note(row);
            }
            else
            {
                await attempts.RecordAsync(row);
            }

            throw;
        }
    }

    private static bool IsOverload(RpcException refused) => ReasonOf(refused) == Reasons.Overload.WireName;

    private static string ReasonOf(RpcException refused) => refused.GetRpcStatus()?.GetDetail<ErrorInfo>()?.Reason ?? "";

    private static AttemptRow Row(IMessage? request, ServerCallContext context, RpcException refused) => new(
        context.ReceivedAt(),
        context.Method,
        request is null ? context.AboutOrEmpty() : RequestFields.Resource(request),
        AttemptLog.SubjectOf(context.CallerOrNull()),
        RequestFields.Text(request, "request_id"),
        refused.StatusCode.ToString(),
        ReasonOf(refused));
}
