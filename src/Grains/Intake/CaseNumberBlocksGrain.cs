namespace SmeOrleans.Grains.Intake;

/// <summary>How far the numbers of a round have been handed out.</summary>
[GenerateSerializer, Alias("sme.CaseNumberBlocks")]
public sealed class CaseNumberBlocks
{
    /// <summary>The last number handed out.</summary>
    [Id(0)]
    public long Last { get; set; }
}

[GrainType("casenumbers")]
internal sealed class CaseNumberBlocksGrain(
    [PersistentState("casenumbers", GrainStores.Journal)] IPersistentState<CaseNumberBlocks> store) : Grain, ICaseNumberBlocksGrain
{
    public async Task<long> Take(int size)
    {
        var first = store.State.Last + 1;
        store.State.Last += size;
        try
        {
            await store.WriteStateAsync();
        }
        catch
        {
            DeactivateOnIdle();
            throw;
        }

        return first;
    }
}
