using Microsoft.Extensions.DependencyInjection.Extensions;
using Orleans.Runtime.Hosting;

namespace SmeOrleans.Silo.Storage;

/// <summary>Registers the store and everything that reads and writes it.</summary>
public static class StorageRegistration
{
    /// <summary>Adds the store and, under <see cref="GrainStores.Journal"/>, the grain storage over it.</summary>
    /// <param name="store">See <see cref="Database.Open"/>; opened when first asked for.</param>
    public static IServiceCollection AddStorage(this IServiceCollection services, string store, StoreOptions? options = null)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options ?? new StoreOptions());
        services.AddSingleton(_ => Database.Open(store));
        services.AddSingleton<FeedSignal>();
        services.AddSingleton<GroupCommit>();
        services.AddSingleton<IJournalFeed, JournalFeed>();
        services.AddSingleton<Wakeups>();
        services.AddSingleton<BlobStore>();
        services.AddSingleton<AttemptLog>();
        services.AddSingleton<SettingsStore>();
        services.AddSingleton<ChainVerifier>();
        services.AddSingleton<JournalGrainStorage>();
        return services.AddGrainStorage(GrainStores.Journal, (provider, _) => provider.GetRequiredService<JournalGrainStorage>());
    }
}
