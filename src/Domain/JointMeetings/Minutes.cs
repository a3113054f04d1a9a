namespace SmeOrleans.Domain.JointMeetings;

/// <summary>A chair's or the bureau's signature under the minutes.</summary>
[GenerateSerializer, Immutable, Alias("sme.MinutesSignature")]
public sealed record MinutesSignature(string Subject, string Group, DateTimeOffset SignedAt);

/// <summary>The minutes: everything from which the list can be recomputed byte for byte.</summary>
/// <param name="Text">Canonical text: entries, lines, changes, outcome.</param>
/// <param name="Sha256">Of the text in UTF-8, lower-case hex.</param>
/// <param name="SignedMinutes">JWS over the digest.</param>
[GenerateSerializer, Immutable, Alias("sme.Minutes")]
public sealed record Minutes(
    string Text, string Sha256, string SignedMinutes, DateTimeOffset FrozenAt, ImmutableList<MinutesSignature> Signatures);
