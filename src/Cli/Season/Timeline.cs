using System.Diagnostics;

namespace SmeOrleans.Cli.Season;

/// <summary>
/// The year as one line of moments. The clock of the service is driven forward only, so everything that anybody does in any
/// round is planned first; then moment after moment, turn after turn, what belongs together is done at the same time.
/// </summary>
internal sealed class Timeline(SeasonStage stage, IEnumerable<PlannedAct> acts)
{
    private readonly Dictionary<Turn, TimeSpan> spent = [];

    /// <summary>Called while the acts of a moment are under way.</summary>
    public Func<DateTimeOffset, CancellationToken, Task> Underway { get; init; } = (_, _) => Task.CompletedTask;

    /// <summary>Where the time went, the longest first.</summary>
    public override string ToString() => string.Join(", ", spent.OrderByDescending(turn => turn.Value)
        .Select(turn => string.Create(CultureInfo.InvariantCulture, $"{turn.Key} {turn.Value.TotalSeconds:F1} s")));

    public async Task RunAsync(CancellationToken stop)
    {
        var moments = acts.ToLookup(act => (act.At, act.Turn));
        using var progress = stage.Board.Stage("The year", moments.Count);
        foreach (var moment in moments.OrderBy(moment => moment.Key))
        {
            var started = Stopwatch.GetTimestamp();
            await stage.Clock.AdvanceAsync(moment.Key.At, stop);
            await Task.WhenAll(DoAsync([.. moment], stop), Underway(moment.Key.At, stop));
            progress.Done($"{moment.Key.At.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} {moment.Key.Turn}");
            spent[moment.Key.Turn] = spent.GetValueOrDefault(moment.Key.Turn) + Stopwatch.GetElapsedTime(started);
        }
    }

    private Task DoAsync(IReadOnlyList<PlannedAct> moment, CancellationToken stop) => moment is [var only]
        ? only.Act(stop)
        : Parallel.ForEachAsync(moment, new ParallelOptions { MaxDegreeOfParallelism = stage.Parallelism, CancellationToken = stop },
            async (planned, halt) => await planned.Act(halt));
}
