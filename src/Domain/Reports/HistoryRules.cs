using System.Globalization;

namespace SmeOrleans.Domain.Reports;

/// <summary>What the history answers to a command.</summary>
public static class HistoryRules
{
    /// <param name="ownYears">ROC years of regular rounds run here: their figures are counted, never told (§4).</param>
    public static Decision<HistoryEvent> Decide(History history, ImmutableSortedSet<int> ownYears, DateTimeOffset now, HistoryCommand command) => command switch
    {
        RecordHistory c when c.Figures.Find(figure => IsOwn(figure, ownYears)) is { } own =>
            Rejection.Because(Reasons.HistoryOfRound, ("year", own.RocYear)),
        RecordHistory c => Changed(history, c) is { IsEmpty: false } changed ? new HistoryRecorded(now, changed) : Nothing,
        _ => throw new InvalidOperationException($"Unknown command {command.GetType().Name}"),
    };

    private static readonly Decision<HistoryEvent> Nothing = new([], null);

    // A span also covers years before this system, which cannot all be counted here: it stays on record.
    private static bool IsOwn(HistoryFigure figure, ImmutableSortedSet<int> ownYears) =>
        int.TryParse(figure.RocYear, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && ownYears.Contains(year);

    private static ImmutableList<HistoryFigure> Changed(History history, RecordHistory command) =>
        [.. command.Figures.Where(figure => history.Figures.GetValueOrDefault(figure.Identity) != figure)];
}
