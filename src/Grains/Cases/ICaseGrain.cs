namespace SmeOrleans.Grains.Cases;

/// <summary>A case; key <c>rounds/{round}/cases/{case}</c>.</summary>
[Alias("sme.ICaseGrain")]
public interface ICaseGrain : IJournaledGrain<Case, CaseCommand>
{
    /// <summary>Whether it stands with a company, unit or common project. Answered also while it waits for that grain itself.</summary>
    [AlwaysInterleave]
    Task<Standing> Stands(string holder);

    /// <summary>
    /// Writes a new version without events. A submission that another activation had begun before, and that may still
    /// be on its way to the store, is then refused there.
    /// </summary>
    [ResponseTimeout("00:00:05")]
    Task Fence();
}
