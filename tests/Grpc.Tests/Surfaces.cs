using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Grpc.Health.V1;
using Grpc.Net.Client;
using SmeOrleans.Silo.Hosting;

namespace SmeOrleans.Grpc.Tests;

/// <summary>How the service starts, and what refuses to.</summary>
public sealed class Surfaces : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("sme-surface-").FullName;

    public void Dispose() => Directory.Delete(_data, recursive: true);

    [Fact]
    public async Task When_a_certificate_is_given_Then_gRPC_is_served_over_TLS()
    {
        var (file, certificate) = Certificate();
        await using var host = await SiloHost.StartAsync(new SiloOptions { DataDirectory = _data, TlsCertificate = file });
        using var handler = new SocketsHttpHandler
        {
            SslOptions = new SslClientAuthenticationOptions
            {
                RemoteCertificateValidationCallback = (_, presented, _, _) => presented!.GetCertHashString() == certificate.GetCertHashString(),
            },
        };
        using var channel = GrpcChannel.ForAddress(host.GrpcAddress, new GrpcChannelOptions { HttpHandler = handler });

        Assert.Equal("https", host.GrpcAddress.Scheme);
        Assert.Equal(HealthCheckResponse.Types.ServingStatus.Serving, (await new Health.HealthClient(channel).CheckAsync(new())).Status);
    }

    [Fact]
    public async Task When_the_service_stops_Then_health_says_so_first_and_the_watch_ends()
    {
        var host = await SiloHost.StartAsync(new SiloOptions { DataDirectory = _data });
        using var channel = GrpcChannel.ForAddress(host.GrpcAddress);
        using var watch = new Health.HealthClient(channel).Watch(new());
        Assert.True(await watch.ResponseStream.MoveNext(default));
        Assert.Equal(HealthCheckResponse.Types.ServingStatus.Serving, watch.ResponseStream.Current.Status);

        var stopped = host.DisposeAsync().AsTask();

        Assert.True(await watch.ResponseStream.MoveNext(default));
        Assert.Equal(HealthCheckResponse.Types.ServingStatus.NotServing, watch.ResponseStream.Current.Status);
        await stopped;
    }

    [Fact]
    public async Task When_a_store_is_in_use_Then_a_second_process_does_not_start()
    {
        await using var host = await SiloHost.StartAsync(new SiloOptions { DataDirectory = _data });

        var refused = await Assert.ThrowsAsync<StartException>(() => SiloHost.StartAsync(new SiloOptions { DataDirectory = _data }));

        Assert.Contains("Another process serves this store", refused.Message);
    }

    [Fact]
    public async Task When_a_port_is_taken_Then_the_message_names_surface_port_and_a_free_one()
    {
        await using var host = await SiloHost.StartAsync(new SiloOptions { DataDirectory = _data });
        var taken = host.Options.Port;

        var refused = await Assert.ThrowsAsync<StartException>(
            () => SiloHost.StartAsync(new SiloOptions { DataDirectory = Path.Combine(_data, "other"), Port = taken }));

        Assert.Matches($"^gRPC: port {taken} .*--port [0-9]+", refused.Message);
    }

    [Fact]
    public async Task When_a_store_is_in_production_Then_nobody_drives_its_clock()
    {
        await (await SiloHost.StartAsync(new SiloOptions { DataDirectory = _data })).DisposeAsync();

        var refused = await Assert.ThrowsAsync<StartException>(() => SiloHost.StartAsync(new SiloOptions { DataDirectory = _data, Sandbox = true }));

        Assert.Contains("production", refused.Message);
    }

    [Fact]
    public async Task When_no_database_answers_Then_the_message_says_where_to_look()
    {
        var options = new SiloOptions { DataDirectory = _data, Store = "Host=127.0.0.1;Port=1;Username=nobody;Database=none;Timeout=2" };

        var refused = await Assert.ThrowsAsync<StartException>(() => SiloHost.StartAsync(options));

        Assert.Contains("--store", refused.Message);
    }

    private (string File, X509Certificate2 Certificate) Certificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        var file = Path.Combine(_data, "service.pem");
        File.WriteAllText(file, $"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n");
        return (file, certificate);
    }
}
