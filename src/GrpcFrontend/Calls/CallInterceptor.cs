using Grpc.Core.Interceptors;

namespace SmeOrleans.GrpcFrontend.Calls;

/// <summary>An interceptor that does one thing around a call of whatever kind.</summary>
public abstract class CallInterceptor : Interceptor
{
    public sealed override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation) =>
        Around(new(MethodType.Unary, request), context, () => continuation(request, context));

    public sealed override Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, ServerCallContext context, ClientStreamingServerMethod<TRequest, TResponse> continuation) =>
        Around(new(MethodType.ClientStreaming, null), context, () => continuation(requestStream, context));

    public sealed override Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context,
        ServerStreamingServerMethod<TRequest, TResponse> continuation) =>
        Around(new(MethodType.ServerStreaming, request), context, async () =>
        {
            await continuation(request, responseStream, context);
            return true;
        });

    public sealed override Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, IServerStreamWriter<TResponse> responseStream, ServerCallContext context,
        DuplexStreamingServerMethod<TRequest, TResponse> continuation) =>
        Around(new(MethodType.DuplexStreaming, null), context, async () =>
        {
            await continuation(requestStream, responseStream, context);
            return true;
        });

    /// <summary>Does its one thing and calls <paramref name="next"/>, or throws.</summary>
    protected abstract Task<T> Around<T>(IncomingCall call, ServerCallContext context, Func<Task<T>> next);

    /// <summary>A call as it comes in.</summary>
    /// <param name="Request">The message, where there is exactly one.</param>
    protected readonly record struct IncomingCall(MethodType Kind, object? Request);
}
