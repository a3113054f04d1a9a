using System.Collections.Concurrent;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orleans;
using Orleans.Runtime;
using SmeOrleans.Domain.Reports;
using SmeOrleans.Domain.Review;
using SmeOrleans.Grains.Journaling;
using SmeOrleans.Silo.Outbox;
using SmeOrleans.Silo.Projections;
using SmeOrleans.Silo.Storage;
using SmeOrleans.Support;

namespace SmeOrleans.Projection.Tests;

/// <summary>A fresh store with all read models, filled event by event through the real grain storage. Nothing runs in the background.</summary>
internal sealed class World : IAsyncDisposable
{
    private readonly ConcurrentDictionary<(string, string), object> _records = [];
    private readonly ServiceProvider _services;
    private readonly string _store;

    private World(string store, string folder, TimeProvider clock)
    {
        _store = store;
        Folder = folder;
        _services = new ServiceCollection().AddLogging().AddSingleton(clock)
            .AddStorage(store).AddProjections().AddOutbox(new(folder, null, "office@sme.example"))
            .BuildServiceProvider();
    }

    public string Folder { get; }

    public static async Task<World> OpenAsync(string kind, TimeProvider? clock = null)
    {
        var folder = Directory.CreateTempSubdirectory("sme-projection-").FullName;
        var store = kind == "sqlite" ? $"Data Source={Path.Combine(folder, "sme.db")}" : await PostgresServer.CreateDatabaseAsync();
        return new(store, folder, clock ?? TimeProvider.System);
    }

    /// <summary>Another process's view of the same store.</summary>
    public World Beside() => new(_store, Folder, TimeProvider.System);

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public Task HappenAsync(string name, params CaseEvent[] events) =>
        WriteAsync<Case>("case", name, events, (state, happened) => (state ?? Case.None(name)).Apply((CaseEvent)happened));

    public Task HappenAsync(string name, params UnitEvent[] events) =>
        WriteAsync<Unit>("unit", name, events, (state, happened) => (state ?? Unit.Unknown(name)).Apply((UnitEvent)happened));

    public Task HappenAsync(string name, params CompanyEvent[] events) =>
        WriteAsync<Company>("company", name, events, (state, happened) => (state ?? Company.Unknown(name)).Apply((CompanyEvent)happened));

    public Task HappenAsync(string name, params CommonProjectEvent[] events) =>
        WriteAsync<CommonProject>("commonproject", name, events, (state, happened) => (state ?? CommonProject.Unknown(name)).Apply((CommonProjectEvent)happened));

    public Task HappenAsync(string name, params RoundEvent[] events) =>
        WriteAsync<Round>("round", name, events, (state, happened) => RoundDecisions.Apply(state, (RoundEvent)happened));

    public Task HappenAsync(string name, params PanelEvent[] events) =>
        WriteAsync<Panel>("panel", name, events, (state, happened) => (state ?? Panel.Unknown(name)).Apply((PanelEvent)happened));

    public Task HappenAsync(string name, params SessionEvent[] events) =>
        WriteAsync<Session>("session", name, events, (state, happened) => (state ?? Session.Unknown(name)).Apply((SessionEvent)happened));

    public Task HappenAsync(string name, params HistoryEvent[] events) =>
        WriteAsync<History>("history", name, events, (state, happened) => (state ?? History.Unknown(name)).Apply((HistoryEvent)happened));

    /// <summary>A write that sends mail.</summary>
    public Task NoticeAsync(string unit, params Notice[] notices) =>
        WriteAsync<Unit>("unit", unit, [new UnitApproved()], (state, happened) => (state ?? Unit.Unknown(unit)).Apply((UnitEvent)happened), notices);

    public async Task<T> ScalarAsync<T>(string sql)
    {
        await using var connection = await Get<IDatabase>().OpenAsync();
        return (await connection.ExecuteScalarAsync<T>(sql))!;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        try
        {
            Directory.Delete(Folder, recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // Its neighbour has tidied up.
        }
    }

    private async Task WriteAsync<TState>(
        string grainType, string name, IReadOnlyCollection<object> events, Func<TState?, object, TState?> apply, params Notice[] notices)
        where TState : class
    {
        var record = (GrainState<Journaled<TState>>)_records.GetOrAdd((grainType, name), _ => new GrainState<Journaled<TState>>(new()));
        record.State = new Journaled<TState> { State = events.Aggregate(record.State!.State, apply) }
            .Writing(new([.. events], null, "office:tester", DateTimeOffset.UnixEpoch, [.. notices]));
        await Get<JournalGrainStorage>().WriteStateAsync("state", GrainId.Create(grainType, name), record);
    }
}
