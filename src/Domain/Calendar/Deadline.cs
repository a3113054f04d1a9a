namespace SmeOrleans.Domain.Calendar;

/// <summary>A deadline with the reasons for it.</summary>
/// <param name="ExpiresAt">The last moment: at or before it is in time.</param>
/// <param name="Derivation">How it was counted, step by step, to be printed.</param>
[GenerateSerializer, Immutable, Alias("sme.Deadline")]
public sealed record Deadline(DateTimeOffset StartedAt, DateTimeOffset ExpiresAt, ImmutableList<DeadlineStep> Derivation);
