namespace SmeOrleans.Grains.Journaling;

/// <summary>
/// A place that a case took here before it was written itself. A crash in between would leave the place taken for
/// ever; so the grain looks later whether the case stands, and frees the place when it does not.
/// </summary>
/// <param name="Case">Resource name of the case.</param>
/// <param name="Since">When the place was taken.</param>
[GenerateSerializer, Immutable, Alias("sme.Reservation")]
public sealed record Reservation(string Case, DateTimeOffset Since);
