namespace SmeOrleans.Grains.Journaling;

/// <summary>What comes with every command.</summary>
/// <param name="Caller">Who asks.</param>
/// <param name="RequestId">UUID of the request (AIP-155).</param>
/// <param name="Fingerprint">SHA-256 of the request, to tell a retry from another request under the same id.</param>
/// <param name="ReceivedAt">When the complete request reached the service (W-1).</param>
/// <param name="ValidateOnly">Only tell whether it would be accepted (AIP-163).</param>
[GenerateSerializer, Immutable, Alias("sme.Envelope")]
public sealed record Envelope(Caller Caller, Guid RequestId, string Fingerprint, DateTimeOffset ReceivedAt, bool ValidateOnly);
