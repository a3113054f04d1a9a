using SmeOrleans.GrpcFrontend;
using SmeOrleans.GrpcFrontend.Access;

namespace SmeOrleans.Grpc.Tests;

/// <summary>S1: every method has a policy, and every policy a method.</summary>
public sealed class Policies
{
    private static readonly HashSet<string> Methods =
        [.. Contract.Services.SelectMany(service => service.Methods.Select(method => $"/{service.FullName}/{method.Name}"))];

    [Fact]
    public void Then_every_method_has_a_row_and_every_row_a_method() =>
        Assert.Equal(Methods.Order(StringComparer.Ordinal), RpcPolicies.All.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Then_the_front_end_knows_every_service_of_the_contract() =>
        Assert.Equal(
            typeof(SmeOrleans.V1.RoundService).Assembly.GetTypes()
                .Select(type => type.GetProperty("Descriptor")?.GetValue(null)).OfType<Google.Protobuf.Reflection.ServiceDescriptor>()
                .Select(service => service.FullName).Order(StringComparer.Ordinal),
            Contract.Services.Select(service => service.FullName).Order(StringComparer.Ordinal));

    [Fact]
    public void Then_a_service_without_rows_stops_the_start() =>
        Assert.Throws<InvalidOperationException>(() => RpcPolicies.RequireComplete([global::Grpc.Health.V1.Health.Descriptor]));

    [Fact]
    public void Then_everything_that_takes_a_request_id_is_kept_as_an_attempt() => Assert.All(
        Contract.Services.SelectMany(service => service.Methods).Where(method => method.InputType.FindFieldByName("request_id") is not null),
        method => Assert.True(RpcPolicies.Of($"/{method.Service.FullName}/{method.Name}")!.Mutates));

    [Fact]
    public void Then_nobody_may_do_everything() => Assert.All(
        RpcPolicies.All, row => Assert.False(row.Value.Roles.HasFlag(Role.System)));
}
