using Google.Rpc;

namespace SmeOrleans.Grpc.Tests.Served;

/// <summary>Expects a refusal and reads it.</summary>
internal static class Refused
{
    public static async Task<RpcException> With<T>(StatusCode code, AsyncUnaryCall<T> call)
    {
        var refused = await Assert.ThrowsAsync<RpcException>(async () => await call);
        Assert.Equal(code, refused.StatusCode);
        return refused;
    }

    public static async Task Because<T>(Reason reason, AsyncUnaryCall<T> call) =>
        Assert.Equal(reason.WireName, ReasonOf(await Assert.ThrowsAsync<RpcException>(async () => await call)));

    public static string ReasonOf(RpcException refused) => refused.GetRpcStatus()?.GetDetail<ErrorInfo>()?.Reason ?? refused.Status.ToString();

    public static IEnumerable<string> Fields(RpcException refused) =>
        refused.GetRpcStatus()?.GetDetail<BadRequest>()?.FieldViolations.Select(violation => violation.Field) ?? [];
}
