using Orleans.Storage;
using Microsoft.Extensions.DependencyInjection;
using Orleans.TestingHost;

namespace SmeOrleans.Conformance.Tests;

/// <summary>One silo in the test process.</summary>
public sealed class OrleansCluster : IAsyncLifetime
{
    private InProcessTestCluster _cluster = null!;

    public IGrainFactory Grains => _cluster.Client;

    public async Task InitializeAsync()
    {
        var builder = new InProcessTestClusterBuilder(initialSilosCount: 1);
        builder.ConfigureSilo((_, silo) => silo.Services.AddKeyedSingleton<IGrainStorage>("cas", new OneWriterStorage()));
        _cluster = builder.Build();
        await _cluster.DeployAsync();
    }

    public async Task DisposeAsync() => await _cluster.DisposeAsync();
}
