namespace SmeOrleans.Cli.Season;

/// <summary>Something that somebody does at a moment of the year. What is planned for the same moment and turn may be done at once.</summary>
internal sealed record PlannedAct(DateTimeOffset At, Turn Turn, Func<CancellationToken, Task> Act);
