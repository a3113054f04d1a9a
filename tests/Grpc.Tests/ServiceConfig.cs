using System.Text.Json;
using SmeOrleans.GrpcFrontend;

namespace SmeOrleans.Grpc.Tests;

/// <summary>The retry and deadline configuration that is published with the contract.</summary>
public sealed class ServiceConfig
{
    private static readonly List<JsonElement> Methods = [.. JsonDocument
        .Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "service_config.json")))
        .RootElement.GetProperty("methodConfig").EnumerateArray()];

    [Fact]
    public void Then_it_speaks_of_every_service_of_the_contract_and_of_no_other() => Assert.Equal(
        Contract.Services.Select(service => service.FullName).Order(StringComparer.Ordinal),
        Methods.SelectMany(config => config.GetProperty("name").EnumerateArray())
            .Select(name => name.GetProperty("service").GetString()!).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Then_only_a_broken_line_is_retried_by_itself() => Assert.All(
        Methods.Where(config => config.TryGetProperty("retryPolicy", out _)),
        config => Assert.Equal("UNAVAILABLE", Assert.Single(config.GetProperty("retryPolicy").GetProperty("retryableStatusCodes").EnumerateArray()).GetString()));
}
