namespace SmeOrleans.GrpcFrontend.Access;

/// <summary>Who calls, and may they: before anything of the request is looked at (AIP-211).</summary>
internal sealed class PolicyInterceptor : CallInterceptor
{
    protected override Task<T> Around<T>(IncomingCall call, ServerCallContext context, Func<Task<T>> next)
    {
        if (!RpcPolicies.IsOpen(context.Method))
        {
            context.SetCaller(CallerOf(context));
            Require(context);
        }

        return next();
    }

    private static Caller CallerOf(ServerCallContext context)
    {
        var http = context.GetHttpContext();
        return http.User.Identity?.IsAuthenticated == true && http.Items.TryGetValue(typeof(Caller), out var caller)
            ? (Caller)caller!
            : throw new RpcException(new(StatusCode.Unauthenticated, "A valid bearer token is needed."));
    }

    private static void Require(ServerCallContext context)
    {
        var allowed = RpcPolicies.Of(context.Method)?.Roles ?? Role.None;
        if (!context.Caller().Is(allowed))
        {
            throw new RefusedException(Rejection.Because(
                Reasons.RoleNotAllowed, ("allowed", allowed.ToString().ToLowerInvariant()), ("method", context.Method)));
        }
    }
}
