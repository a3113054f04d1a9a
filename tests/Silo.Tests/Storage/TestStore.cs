using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Runtime;
using Orleans.Storage;
using SmeOrleans.Grains.Journaling;
using SmeOrleans.Silo.Storage;
using SmeOrleans.StorageRacer;
using SmeOrleans.Support;

namespace SmeOrleans.Silo.Tests.Storage;

/// <summary>An empty store of one kind, opened as a silo opens it.</summary>
internal sealed class TestStore : IAsyncDisposable
{
    public static readonly DateTimeOffset Now = new(2018, 3, 1, 9, 0, 0, TimeSpan.Zero);

    private readonly string? _folder;
    private readonly List<ServiceProvider> _opened = [];

    private TestStore(string connection, string? folder)
    {
        (Connection, _folder) = (connection, folder);
        Silo = Open();
    }

    public static TheoryData<string> Kinds => ["sqlite", "postgresql"];

    public string Connection { get; }

    /// <summary>The services of the first silo on the store.</summary>
    public ServiceProvider Silo { get; }

    public IGrainStorage Grains => GrainsOf(Silo);

    public static async Task<TestStore> CreateAsync(string kind)
    {
        if (kind == "postgresql")
        {
            return new TestStore(await PostgresServer.CreateDatabaseAsync(), null);
        }

        var folder = Directory.CreateTempSubdirectory("sme-store-").FullName;
        return new TestStore($"Data Source={Path.Combine(folder, "store.db")}", folder);
    }

    public static IGrainStorage GrainsOf(ServiceProvider silo) => silo.GetRequiredKeyedService<IGrainStorage>(GrainStores.Journal);

    public static GrainId Id(string key) => GrainId.Create("tally", key);

    /// <summary>Another silo on the same store.</summary>
    public ServiceProvider Open()
    {
        var silo = new ServiceCollection().AddStorage(Connection).BuildServiceProvider();
        silo.GetRequiredService<IDatabase>();
        _opened.Add(silo);
        return silo;
    }

    public T Get<T>()
        where T : notnull => Silo.GetRequiredService<T>();

    /// <summary>Writes a grain's tally once more.</summary>
    public Task CountAsync(string key, TallyState state, params IEnumerable<Notice> notices) => CountAsync(Silo, key, state, notices);

    public static Task CountAsync(ServiceProvider silo, string key, TallyState state, params IEnumerable<Notice> notices)
    {
        state.Count("writer", Now, notices);
        return GrainsOf(silo).WriteStateAsync("state", Id(key), state);
    }

    public async Task<TallyState> ReadAsync(string key)
    {
        var state = new TallyState();
        await Grains.ReadStateAsync("state", Id(key), state);
        return state;
    }

    public async Task<int> ExecuteAsync(string sql, object? parameters = null)
    {
        await using var connection = await Get<IDatabase>().OpenAsync();
        return await connection.ExecuteAsync(sql, parameters);
    }

    public async Task<T?> ScalarAsync<T>(string sql, object? parameters = null)
    {
        await using var connection = await Get<IDatabase>().OpenAsync();
        return await connection.ExecuteScalarAsync<T>(sql, parameters);
    }

    /// <summary>Fails unless journal, snapshots and feed agree.</summary>
    public async Task<ChainReport> VerifyAsync()
    {
        var report = await Get<ChainVerifier>().VerifyAsync();
        Assert.Empty(report.Violations);
        return report;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var silo in _opened)
        {
            await silo.DisposeAsync();
        }

        if (_folder is not null)
        {
            Directory.Delete(_folder, recursive: true);
        }
    }
}
