namespace SmeOrleans.Domain.Refusals;

/// <summary>What the rules say to a command: the events that follow, or a refusal.</summary>
public sealed record Decision<TEvent>(ImmutableList<TEvent> Events, Rejection? Refusal)
{
    public static implicit operator Decision<TEvent>(Rejection refusal) => new([], refusal);

    public static implicit operator Decision<TEvent>(TEvent happened) => new([happened], null);
}
