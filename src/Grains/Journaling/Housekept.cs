namespace SmeOrleans.Grains.Journaling;

/// <summary>Journal entry of a write that changed no domain state: reservations confirmed, grains told.</summary>
/// <param name="Confirmed">Cases that were found to stand.</param>
/// <param name="Told">Grains that have answered.</param>
public sealed record Housekept(ImmutableList<string> Confirmed, ImmutableList<string> Told);
