namespace SmeOrleans.Silo.Storage;

/// <summary>What is known to be stored for a grain when it writes.</summary>
/// <param name="Version">0 when there is no row.</param>
/// <param name="Chain">Hash of its journal.</param>
internal sealed record StoredGrain(long Version, string Chain)
{
    public static readonly StoredGrain None = new(0, JournalChain.Start);
}
