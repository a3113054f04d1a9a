namespace SmeOrleans.Grains.Intake;

/// <summary>Hands out blocks of case numbers of one round; key <c>rounds/{round}</c>.</summary>
[Alias("sme.ICaseNumberBlocksGrain")]
public interface ICaseNumberBlocksGrain : IGrainWithStringKey
{
    /// <summary>First number of a block of <paramref name="size"/> that nobody else gets.</summary>
    Task<long> Take(int size);
}
