using System.Data.Common;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Orleans.Configuration;
using SmeOrleans.Grains;
using SmeOrleans.GrpcFrontend;
using SmeOrleans.GrpcFrontend.Access;
using SmeOrleans.GrpcFrontend.Operations;
using SmeOrleans.Silo.Clock;
using SmeOrleans.Silo.Outbox;
using SmeOrleans.Silo.Projections;
using SmeOrleans.Silo.Storage;

namespace SmeOrleans.Silo.Hosting;

/// <summary>One process of the service: silo, front end, storage and projections, composed here and nowhere else.</summary>
public sealed class SiloHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly StoreLock _lock;

    private SiloHost(WebApplication app, StoreLock storeLock, SiloOptions options)
    {
        _app = app;
        _lock = storeLock;
        Options = options;
    }

    /// <summary>The options with the ports that were found.</summary>
    public SiloOptions Options { get; }

    public IServiceProvider Services => _app.Services;

    /// <summary>Where gRPC clients connect.</summary>
    public Uri GrpcAddress => Address(Options.Port, Options.TlsCertificate is not null);

    /// <summary>Where browsers, probes and scrapers connect.</summary>
    public Uri HttpAddress => Address(Options.HttpPort, Options.TlsCertificate is not null);

    /// <summary>Starts the service; returns once it answers. Throws <see cref="StartException"/> for what an operator can mend.</summary>
    public static async Task<SiloHost> StartAsync(SiloOptions wanted, CancellationToken cancellation = default)
    {
        var options = wanted with
        {
            Port = Ports.Resolve(wanted.Listen, wanted.Port, "gRPC", "--port"),
            HttpPort = Ports.Resolve(wanted.Listen, wanted.HttpPort, "HTTP", "--http-port"),
        };
        DataDirectory.Prepare(options.DataDirectory);
        var app = ComposeOrExplain(options);
        StoreLock? storeLock = null;
        try
        {
            storeLock = await OpenStoreAsync(app.Services, options, cancellation);
            await app.StartAsync(cancellation);
            return new(app, storeLock, options);
        }
        catch
        {
            await app.DisposeAsync();
            await (storeLock?.DisposeAsync() ?? ValueTask.CompletedTask);
            throw;
        }
    }

    /// <summary>Returns when the process was told to stop and everything under way has ended.</summary>
    public Task WaitForShutdownAsync() => _app.WaitForShutdownAsync();

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _lock.DisposeAsync();
    }

    private static async Task<StoreLock> OpenStoreAsync(IServiceProvider services, SiloOptions options, CancellationToken cancellation)
    {
        var database = OpenDatabase(services, options);
        var storeLock = await StoreLock.TryTakeAsync(database, cancellation)
            ?? throw new StartException("Another process serves this store. Stop it, or choose another --store or --data-dir.");
        await StoreMode.EnsureAsync(services.GetRequiredService<SettingsStore>(), options.Sandbox, cancellation);
        if (services.GetService<SandboxClock>() is { } clock)
        {
            await clock.RestoreAsync(options.SandboxStart ?? TimeProvider.System.GetUtcNow());
        }

        return storeLock;
    }

    private static IDatabase OpenDatabase(IServiceProvider services, SiloOptions options)
    {
        try
        {
            return services.GetRequiredService<IDatabase>();
        }
        catch (SchemaMismatchException fault)
        {
            throw new StartException(fault.Message, fault);
        }
        catch (Exception fault) when (fault is DbException or ArgumentException or TimeoutException or System.Net.Sockets.SocketException)
        {
            throw new StartException($"The store cannot be opened: {fault.Message} Is it running, and is --store right? ./sme doctor looks closer.", fault);
        }
    }

    private static WebApplication ComposeOrExplain(SiloOptions options)
    {
        try
        {
            return Compose(options);
        }
        catch (Exception fault) when (fault is CryptographicException or FormatException or JsonException or ArgumentException)
        {
            throw new StartException($"A key, certificate or issuer cannot be read: {fault.Message} See --tls, --issuer and keys/ in the data folder.", fault);
        }
    }

    private static WebApplication Compose(SiloOptions options)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = options.DataDirectory });
        builder.Logging.ClearProviders().AddSimpleConsole(console => console.SingleLine = true);
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("SmeOrleans", LogLevel.Information)
            // They advise server GC, which a small machine is better without, and take the machine's uptime for a stall.
            .AddFilter("Orleans.Runtime.Silo", LogLevel.Error).AddFilter("Orleans.Runtime.Watchdog", LogLevel.Error)
            // Nothing here is protected by its keys: tokens are signed by issuers.
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.WebHost.ConfigureKestrel(kestrel => Listen(kestrel, options));
        AddClock(builder.Services, options);
        builder.Services.AddStorage(options.StoreOrDefault);
        builder.Services.AddProjections();
        AddOutbox(builder.Services, options);
        builder.Services.AddGrains();
        builder.Services.AddGrpcFrontend(new FrontendOptions
        {
            DataDirectory = options.DataDirectory,
            Issuers = [.. options.Issuers.Select(Issuer)],
            AllowedOrigins = options.WebOrigins,
        });
        builder.Services.AddTelemetry();
        builder.Services.AddHealthChecks();
        builder.UseOrleans(silo => ConfigureSilo(silo, options));
        // After Orleans, so that it starts later and stops earlier.
        builder.Services.AddHostedService(provider => provider.GetRequiredService<WakeSweeper>());
        var app = builder.Build();
        app.MapGrpcFrontend();
        app.MapPrometheusScrapingEndpoint("/metrics");
        app.MapHealthChecks("/healthz");
        return app;
    }

    private static void AddOutbox(IServiceCollection services, SiloOptions options)
    {
        try
        {
            services.AddOutbox(new(options.DataDirectory, options.Smtp, options.MailFrom));
        }
        catch (FormatException fault)
        {
            throw new StartException($"--smtp {options.Smtp}: {fault.Message}", fault);
        }
    }

    private static void ConfigureSilo(ISiloBuilder silo, SiloOptions options)
    {
        // One silo: membership in memory. The gateway is for clients outside the process, of which there are none.
        silo.UseLocalhostClustering(Ports.Free(IPAddress.Loopback), Ports.Free(IPAddress.Loopback), serviceId: "sme-guidance", clusterId: "sme-guidance");
        silo.Configure<GrainCollectionOptions>(collection => collection.CollectionAge = TimeSpan.FromMinutes(15));
    }

    private static void AddClock(IServiceCollection services, SiloOptions options)
    {
        services.AddSingleton<WakeSweeper>();
        if (!options.Sandbox)
        {
            services.AddSingleton(TimeProvider.System).AddSingleton<ISandboxClock, SystemClock>();
            return;
        }

        services.AddSingleton(provider => new Lazy<WakeSweeper>(provider.GetRequiredService<WakeSweeper>))
            .AddSingleton<SandboxClock>()
            .AddSingleton<TimeProvider>(provider => provider.GetRequiredService<SandboxClock>())
            .AddSingleton<ISandboxClock>(provider => provider.GetRequiredService<SandboxClock>());
    }

    private static void Listen(KestrelServerOptions kestrel, SiloOptions options)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxConcurrentConnections = 2_000;
        kestrel.Limits.Http2.MaxStreamsPerConnection = 256;
        kestrel.Limits.Http2.KeepAlivePingDelay = TimeSpan.FromSeconds(30);
        kestrel.Limits.Http2.KeepAlivePingTimeout = TimeSpan.FromSeconds(20);
        kestrel.Limits.MaxRequestBodySize = null;
        var certificate = options.TlsCertificate is { } file ? X509Certificate2.CreateFromPemFile(file) : null;
        kestrel.Listen(options.Listen, options.Port, listen => Protocol(listen, HttpProtocols.Http2));
        kestrel.Listen(options.Listen, options.HttpPort, listen => Protocol(listen, HttpProtocols.Http1));

        void Protocol(ListenOptions listen, HttpProtocols protocols)
        {
            listen.Protocols = protocols;
            if (certificate is not null)
            {
                listen.UseHttps(certificate);
            }
        }
    }

    private static TokenIssuer Issuer(string text)
    {
        var parts = text.Split('=', 2);
        return new(parts[0], "sme-guidance", parts[1]);
    }

    private Uri Address(int port, bool tls)
    {
        var host = Options.Listen.Equals(IPAddress.Any) || Options.Listen.Equals(IPAddress.IPv6Any) ? IPAddress.Loopback : Options.Listen;
        return new UriBuilder(tls ? "https" : "http", host.ToString(), port).Uri;
    }
}
