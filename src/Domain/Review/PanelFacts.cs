namespace SmeOrleans.Domain.Review;

/// <summary>What a panel needs to know of others; what a command does not need may be empty.</summary>
/// <param name="Registered">Which of the wanted members are registered reviewers.</param>
/// <param name="Leading">Who leads an item of a closed session that is not 不予推薦.</param>
public sealed record PanelFacts(Round Round, ImmutableHashSet<string> Registered, ImmutableHashSet<string> Leading);
