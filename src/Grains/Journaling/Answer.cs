namespace SmeOrleans.Grains.Journaling;

/// <summary>A grain's answer to a command: the state after it, or a refusal.</summary>
/// <param name="Version">Version of the state; the etag.</param>
/// <param name="Replayed">True when this request had been answered before: nothing was done now (W-2).</param>
[GenerateSerializer, Immutable, Alias("sme.Answer`1")]
public sealed record Answer<TState>(TState? State, long Version, Rejection? Refusal, bool Replayed)
    where TState : class;
