using Orleans.Storage;
using SmeOrleans.Grains.Journaling;

namespace SmeOrleans.Grains.Tests;

/// <summary>The real storage, with a line that breaks now and then: before the write has arrived, or after it was stored.</summary>
internal sealed class FaultyStorage(IGrainStorage real) : IGrainStorage
{
    private int _writes;

    /// <summary>Every so many writes one is stored and its answer lost; 0 = never.</summary>
    public int AnswerLostEvery { get; set; }

    /// <summary>Every so many writes one never arrives; 0 = never.</summary>
    public int RequestLostEvery { get; set; }

    /// <summary>Faults so far.</summary>
    public int Faults { get; private set; }

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => real.ReadStateAsync(stateName, grainId, grainState);

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => real.ClearStateAsync(stateName, grainId, grainState);

    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var number = Interlocked.Increment(ref _writes);
        FailOn(number, RequestLostEvery);
        var etag = grainState.ETag;
        await real.WriteStateAsync(stateName, grainId, grainState);
        if (AnswerLostEvery > 0 && number % AnswerLostEvery == 0)
        {
            // Who lost the answer does not know the new etag either.
            grainState.ETag = etag;
        }

        FailOn(number, AnswerLostEvery);
    }

    private void FailOn(int number, int every)
    {
        if (every > 0 && number % every == 0)
        {
            Faults++;
            throw new StoreUnavailableException("the line broke");
        }
    }
}
