namespace SmeOrleans.Grains.Journaling;

/// <summary>A request that was accepted, so that a retry gives the first answer (AIP-155).</summary>
/// <param name="Version">Version that it led to.</param>
/// <param name="At">When it was accepted.</param>
/// <param name="ForEver">Never forgotten, whatever comes after it (W-2).</param>
[GenerateSerializer, Immutable, Alias("sme.RememberedRequest")]
public sealed record RememberedRequest(string Fingerprint, long Version, DateTimeOffset At, bool ForEver);
