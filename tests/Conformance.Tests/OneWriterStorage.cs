using System.Collections.Concurrent;
using System.Globalization;
using Orleans.Storage;

namespace SmeOrleans.Conformance.Tests;

/// <summary>A storage that keeps rows in memory and insists on the etag; a test can write behind a grain's back.</summary>
internal sealed class OneWriterStorage : IGrainStorage
{
    private readonly ConcurrentDictionary<string, (object State, int Version)> _rows = new();

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        if (_rows.TryGetValue(grainId.ToString(), out var row))
        {
            grainState.State = (T)row.State;
            grainState.ETag = row.Version.ToString(CultureInfo.InvariantCulture);
            grainState.RecordExists = true;
        }

        return Task.CompletedTask;
    }

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var stored = _rows.TryGetValue(grainId.ToString(), out var row) ? row.Version : 0;
        var expected = grainState.ETag is null ? 0 : int.Parse(grainState.ETag, CultureInfo.InvariantCulture);
        if (stored != expected)
        {
            throw new InconsistentStateException("another writer was faster", stored.ToString(CultureInfo.InvariantCulture), grainState.ETag);
        }

        // The text 'stale' stands for a row that somebody else wrote in the meantime.
        var version = stored + (grainState.State is Note { Text: "stale" } ? 2 : 1);
        _rows[grainId.ToString()] = (grainState.State!, version);
        grainState.ETag = (stored + 1).ToString(CultureInfo.InvariantCulture);
        grainState.RecordExists = true;
        return Task.CompletedTask;
    }

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => Task.CompletedTask;
}
