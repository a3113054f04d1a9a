using SmeOrleans.Cli.Season.Data;

namespace SmeOrleans.Cli.Season.Desks;

/// <summary>The figures of earlier years go on record; those of the season itself must come out of its cases.</summary>
internal sealed class HistoryDesk(SeasonStage stage, YearData year)
{
    private const int FiguresPerRequest = 1_000;

    public async Task RunAsync(CancellationToken stop)
    {
        var earlier = year.History.Where(figure => YearData.IsEarlier(figure, stage.Programme.RocYear)).Chunk(FiguresPerRequest).Index().ToList();
        await stage.ForEachAsync("Figures of earlier years", earlier, async (chunk, halt) => await stage.Desk.ExpectAsync(
            "history", $"record part {chunk.Index}", stage.Desk.Tokens.Office,
            id => new RecordHistoryRequest { Figures = { chunk.Item }, RequestId = id }, stage.Desk.Connection.Reports.RecordHistoryAsync, halt), stop);
    }
}
