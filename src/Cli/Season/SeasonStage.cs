using SmeOrleans.Cli.Output;
using SmeOrleans.Cli.Season.Data;

namespace SmeOrleans.Cli.Season;

/// <summary>What every stage of a replay works with.</summary>
internal sealed record SeasonStage(SeasonData Data, SeasonDesk Desk, DrivenClock Clock, IProgressBoard Board, int Parallelism)
{
    public Programme Programme => Data.Programme;

    /// <summary>When the office starts to screen: just after the window.</summary>
    public DateTimeOffset ScreeningStart => Programme.ClosesAt.AddMinutes(1);

    /// <summary>Does the same with every item, several at a time.</summary>
    public async Task ForEachAsync<T>(string name, IReadOnlyCollection<T> items, Func<T, CancellationToken, Task> act, CancellationToken stop)
    {
        using var progress = Board.Stage(name, items.Count);
        await Parallel.ForEachAsync(items, new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = stop }, async (item, halt) =>
        {
            await act(item, halt);
            progress.Done();
        });
    }
}
