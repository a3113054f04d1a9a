using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using SmeOrleans.Silo.Hosting;

namespace SmeOrleans.Grpc.Tests.Served;

/// <summary>The real service as a sandbox on free ports, with its data in a folder of its own.</summary>
public sealed class Service : IAsyncLifetime
{
    public static readonly DateTimeOffset Start = new(2018, 2, 1, 9, 0, 0, TimeSpan.FromHours(8));

    private readonly string _data = Directory.CreateTempSubdirectory("sme-grpc-").FullName;
    private SiloHost _host = null!;
    private GrpcChannel _channel = null!;

    /// <summary>Mints tokens of the development issuer.</summary>
    internal Tokens Tokens { get; private set; } = null!;

    internal Programme Programme { get; private set; } = null!;

    public Uri HttpAddress => _host.HttpAddress;

    public CallInvoker Anonymous => _channel.CreateCallInvoker();

    public async Task InitializeAsync()
    {
        _host = await SiloHost.StartAsync(new SiloOptions { DataDirectory = _data, Sandbox = true, SandboxStart = Start });
        _channel = GrpcChannel.ForAddress(_host.GrpcAddress);
        Tokens = new(_data);
        Programme = new(this);
        await Programme.OpenAsync();
    }

    public async Task DisposeAsync()
    {
        _channel.Dispose();
        await _host.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }

    /// <summary>Calls with a token of a role.</summary>
    public CallInvoker As(Role role, string? unit = null, string subject = "tester") => With(Tokens.Mint(role, unit, subject));

    /// <summary>Calls with any text in place of a token.</summary>
    public CallInvoker With(string token) => Anonymous.Intercept(metadata =>
    {
        metadata.Add("authorization", $"Bearer {token}");
        return metadata;
    });
}

[CollectionDefinition(Name)]
public sealed class ServedCollection : ICollectionFixture<Service>
{
    public const string Name = "served";
}
