using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Dapper;
using Orleans.Storage;

namespace SmeOrleans.Silo.Storage;

/// <summary>
/// Grain storage with a journal. The etag is the version of the state, counted from 1 without gaps; a cleared grain
/// keeps counting. A grain has one state, stored under its type and key; the state's name is not stored.
/// </summary>
public sealed class JournalGrainStorage(IDatabase database, GroupCommit commits, TimeProvider clock) : IGrainStorage
{
    /// <summary>The journal hash that came with each record read or written; beside the etag, which others see.</summary>
    private readonly ConditionalWeakTable<object, StoredGrain> _stored = [];

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => GuardedAsync(grainId, async () =>
    {
        var row = await ReadAsync(grainId);
        grainState.State = row?.State is { } json ? JsonSerializer.Deserialize<T>(json, JournalJson.Options)! : Activator.CreateInstance<T>();
        Remember(grainState, row is null ? StoredGrain.None : new StoredGrain(row.Version, row.Chain), row?.State is not null);
    });

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => GuardedAsync(grainId, async () =>
    {
        var (type, grain) = Name(grainId);
        var stored = await StoredAsync(grainId, grainState);
        var state = JsonSerializer.Serialize(grainState.State, JournalJson.Options);
        await CommitAsync(grainState, grainState.State is IJournaled record
            ? GrainWriteComposer.Journaled(stored, type, grain, state, record, clock.GetUtcNow())
            : GrainWriteComposer.Plain(stored, type, grain, state));
    });

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => GuardedAsync(grainId, async () =>
    {
        var (type, grain) = Name(grainId);
        var stored = await StoredAsync(grainId, grainState);
        if (stored.Version > 0)
        {
            await CommitAsync(grainState, typeof(T).IsAssignableTo(typeof(IJournaled))
                ? GrainWriteComposer.Cleared(stored, type, grain, clock.GetUtcNow())
                : GrainWriteComposer.Plain(stored, type, grain, null));
        }
        else if (await ReadAsync(grainId) is { } row)
        {
            throw Stale(grain, row.Version.ToString(CultureInfo.InvariantCulture), grainState.ETag);
        }

        grainState.State = Activator.CreateInstance<T>();
    });

    private static (string Type, string Grain) Name(GrainId grainId) => (grainId.Type.ToString()!, grainId.Key.ToString()!);

    private async Task CommitAsync<T>(IGrainState<T> grainState, GrainWrite write)
    {
        if (!await commits.WriteAsync(write))
        {
            throw Stale(write.Grain, "another", grainState.ETag);
        }

        Remember(grainState, new StoredGrain(write.Expected + 1, write.Chain), write.State is not null);
    }

    private void Remember<T>(IGrainState<T> grainState, StoredGrain stored, bool exists)
    {
        grainState.ETag = stored.Version == 0 ? null : stored.Version.ToString(CultureInfo.InvariantCulture);
        grainState.RecordExists = exists;
        _stored.AddOrUpdate(grainState, stored);
    }

    /// <summary>What the record's etag stands for; looked up when the record came here by another way, such as a migration.</summary>
    private async Task<StoredGrain> StoredAsync<T>(GrainId grainId, IGrainState<T> grainState)
    {
        if (string.IsNullOrEmpty(grainState.ETag))
        {
            return StoredGrain.None;
        }

        if (_stored.TryGetValue(grainState, out var known) && known.Version.ToString(CultureInfo.InvariantCulture) == grainState.ETag)
        {
            return known;
        }

        var row = await ReadAsync(grainId);
        var version = row?.Version.ToString(CultureInfo.InvariantCulture);
        return version == grainState.ETag ? new StoredGrain(row!.Version, row.Chain) : throw Stale(Name(grainId).Grain, version, grainState.ETag);
    }

    private static InconsistentStateException Stale(string grain, string? stored, string? current) =>
        new($"Another write of {grain} came first: it was to follow version {current ?? "none"}.", stored ?? "none", current ?? "none");

    private async Task<Row?> ReadAsync(GrainId grainId)
    {
        var (type, grain) = Name(grainId);
        await using var connection = await database.OpenAsync();
        return await connection.QuerySingleOrDefaultAsync<Row>(
            "select version, state, chain from grain_state where grain_type = @type and grain = @grain", new { type, grain });
    }

    private static async Task GuardedAsync(GrainId grainId, Func<Task> action)
    {
        try
        {
            await action();
        }
        catch (Exception fault) when (fault is DbException or TimeoutException)
        {
            throw new StoreUnavailableException($"The store could not be read for {grainId}: {fault.Message}", fault);
        }
    }

    private sealed record Row(long Version, string? State, string Chain);
}
