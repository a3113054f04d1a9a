using System.Data.Common;
using System.Security.Cryptography;
using Google.Protobuf;
using Microsoft.Extensions.Logging;
using Orleans.Runtime;

namespace SmeOrleans.GrpcFrontend.Refusals;

/// <summary>What a caller learns when the service itself failed: whether to retry, and never why in detail.</summary>
internal sealed partial class FailureStatus(ILogger<FailureStatus> log)
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);

    public RpcException Of(Exception failure, ServerCallContext context) => failure switch
    {
        RpcException status => status,
        RefusedException refused => RefusalStatus.Of(refused.Refusal),
        InvalidProtocolBufferException => RefusalStatus.Of(UnreadableMessages.Refusal),
        UnstorableException => RefusalStatus.Of(UnreadableMessages.Refusal),
        _ when context.CancellationToken.IsCancellationRequested => Ended(context),
        TimeoutException or OperationCanceledException or OrleansException or DbException or IOException => Unavailable(failure, context),
        _ => Bug(failure, context),
    };

    private static RpcException Ended(ServerCallContext context) => context.Deadline <= DateTime.UtcNow
        ? new(new(StatusCode.DeadlineExceeded, "The deadline passed; the outcome may be unknown. Retry with the same request_id."))
        : new(new(StatusCode.Cancelled, "The call was cancelled."));

    private RpcException Unavailable(Exception failure, ServerCallContext context)
    {
        LogUnavailable(failure, context.Method);
        return new Google.Rpc.Status
        {
            Code = (int)StatusCode.Unavailable,
            Message = "The service cannot answer now and the outcome may be unknown. Retry with the same request_id.",
            Details = { RefusalStatus.RetryAfter(RetryAfter) },
        }.ToRpcException();
    }

    private RpcException Bug(Exception failure, ServerCallContext context)
    {
        var incident = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6));
        LogBug(failure, incident, context.Method);
        return new(new(StatusCode.Internal, $"The service failed. Tell the operator incident {incident}."));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Method} could not be answered.")]
    private partial void LogUnavailable(Exception failure, string method);

    [LoggerMessage(Level = LogLevel.Error, Message = "Incident {Incident} in {Method}.")]
    private partial void LogBug(Exception failure, string incident, string method);
}
