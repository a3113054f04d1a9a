namespace SmeOrleans.Grains.Journaling;

/// <summary>Names of grain storage providers.</summary>
public static class GrainStores
{
    /// <summary>Snapshot and journal in one transaction.</summary>
    public const string Journal = "journal";
}
