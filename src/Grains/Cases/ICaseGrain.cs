namespace SmeOrleans.Grains.Cases;

/// <summary>A case; key <c>rounds/{round}/cases/{case}</c>.</summary>
[Alias("sme.ICaseGrain")]
public interface ICaseGrain : IJournaledGrain<Case, CaseCommand>
{
    /// <summary>Whether it was submitted and has not left. Also answered while the case itself waits for its company.</summary>
    [AlwaysInterleave]
    Task<bool> Stands();
}
