using SmeOrleans.Domain.Reports;

namespace SmeOrleans.Projection.Tests;

public sealed class TenYears
{
    private const string Span = "98-107";

    // One year's own figure and what follows from it in the sum, where the report's slip is in no line of known inconsistencies.
    private static readonly (string, string, string, string)[] FollowFromContradictions = [("33", Span, "total", "self_100m")];

    [Theory, ClassData(typeof(Stores))]
    public async Task Recorded_years_and_the_round_run_here_give_the_published_series(string store)
    {
        await using var world = await World.OpenAsync(store);
        await Season.ReplayAsync(world);
        var published = Season.History();
        await world.HappenAsync(History.TheName, new HistoryRecorded(DateTimeOffset.UnixEpoch, [.. published.Where(figure => figure.RocYear != "107" && (figure.RocYear != Span || figure.Measure.StartsWith("units", StringComparison.Ordinal)))]));

        var compared = 0;
        var contradictions = Season.Contradictions();
        foreach (var table in published.GroupBy(figure => figure.Table))
        {
            var series = (await world.Get<IReports>().SeriesAsync(table.Key, default)).Value!;
            Assert.Equal([107], series.ComputedYears);
            var counted = series.Figures.ToDictionary(figure => figure.Identity, figure => figure.Value);
            foreach (var figure in table.Where(figure => !FollowFromContradictions.Contains((figure.Table, figure.RocYear, figure.Key, figure.Measure))))
            {
                // Years on record stay as printed; only what is computed may differ where the report contradicts itself.
                var computed = figure.RocYear is "107" or Span;
                var expected = computed ? Contradiction(contradictions, figure) ?? figure.Value : figure.Value;
                Assert.True(expected == counted.GetValueOrDefault(figure.Identity, ""), $"{figure.Identity}: {expected} is printed, {counted.GetValueOrDefault(figure.Identity)} counted");
                compared++;
            }
        }

        Assert.Equal(838, compared);
    }

    [Fact]
    public async Task Without_a_history_the_rounds_run_here_are_the_series()
    {
        await using var world = await World.OpenAsync("sqlite");
        await Sample.RoundAsync(world);
        await Sample.SubmitAsync(world, 1);

        var series = (await world.Get<IReports>().SeriesAsync("31", default)).Value!;

        Assert.Contains(new HistoryFigure("31", "107", "function", "digital", "applied", "1"), series.Figures);
        Assert.Contains(new HistoryFigure("31", "107", "function", "total", "rate_pct", "0.00"), series.Figures);
        Assert.Equal("table", Assert.Single((await world.Get<IReports>().SeriesAsync("99", default)).Refusal!.Fields).Path);
    }

    private static string? Contradiction(IReadOnlyDictionary<(string Table, string Row, string Column), string> known, HistoryFigure figure) =>
        known.TryGetValue(($"table-{figure.Table}", figure.RocYear, figure.Measure), out var total) ? total
        : known.TryGetValue(($"table-{figure.Table}", figure.RocYear, $"{figure.Key} {figure.Measure}"), out var one) ? one : null;
}
