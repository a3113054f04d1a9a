using SmeOrleans.GrpcFrontend;
using SmeOrleans.GrpcFrontend.Access;
using SmeOrleans.Grpc.Tests.Served;

namespace SmeOrleans.Grpc.Tests;

/// <summary>S3, first half: every RPC × every role. Permission comes before validation: the message is empty (AIP-211).</summary>
[Collection(ServedCollection.Name)]
public sealed class RoleMatrix(Service service)
{
    private static readonly Marshaller<byte[]> Bytes = Marshallers.Create(bytes => bytes, bytes => bytes);

    public static TheoryData<Role> Roles() => [.. Enum.GetValues<Role>().Where(role => role is not (Role.None or Role.System))];

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task Then_a_role_gets_past_the_door_exactly_where_its_row_says(Role role)
    {
        var invoker = service.As(role, role == Role.Unit ? Programme.Own : null);
        foreach (var method in Contract.Services.SelectMany(each => each.Methods))
        {
            var status = await Call(invoker, method);
            var allowed = RpcPolicies.Of($"/{method.Service.FullName}/{method.Name}")!.Roles.HasFlag(role);
            Assert.True(allowed == (status != StatusCode.PermissionDenied), $"{role} {method.FullName}: {status}");
            Assert.Contains(status, new[] { StatusCode.OK, StatusCode.PermissionDenied, StatusCode.InvalidArgument });
        }
    }

    private static async Task<StatusCode> Call(CallInvoker invoker, Google.Protobuf.Reflection.MethodDescriptor descriptor)
    {
        var kind = (descriptor.IsClientStreaming, descriptor.IsServerStreaming) switch
        {
            (false, false) => MethodType.Unary,
            (true, false) => MethodType.ClientStreaming,
            (false, true) => MethodType.ServerStreaming,
            _ => MethodType.DuplexStreaming,
        };
        var method = new Method<byte[], byte[]>(kind, descriptor.Service.FullName, descriptor.Name, Bytes, Bytes);
        try
        {
            using var call = invoker.AsyncDuplexStreamingCall(method, host: null, new CallOptions());
            await Send(call);
            while (await call.ResponseStream.MoveNext(CancellationToken.None))
            {
            }

            return StatusCode.OK;
        }
        catch (RpcException refused)
        {
            return refused.StatusCode;
        }
    }

    private static async Task Send(AsyncDuplexStreamingCall<byte[], byte[]> call)
    {
        try
        {
            await call.RequestStream.WriteAsync([]);
            await call.RequestStream.CompleteAsync();
        }
        catch (Exception fault) when (fault is RpcException or InvalidOperationException)
        {
            // Refused before it was read; the call's own status says why.
        }
    }
}
