using SmeOrleans.Cli.Season.Data;
using SmeOrleans.Cli.Season.Findings;
using SmeOrleans.V1;

namespace SmeOrleans.Cli.Tests.Season;

public sealed class When_a_series_is_compared
{
    private const int Year = 107;
    private static readonly KnownInconsistency Slip = new("table-33", "107", "self_100m", "0.07", "0.08", "contracted or spent");

    [Fact]
    public void Then_figures_of_earlier_years_are_left_out()
    {
        Assert.Empty(Compare(("106", "1.00", "2.00")));
        Assert.Single(Compare(("107", "1.00", "2.00")), figure => figure.Differs);
        Assert.Single(Compare(("98-107", "1.00", "2.00")), figure => figure.Differs);
    }

    [Fact]
    public void Then_a_known_slip_carries_over_into_the_span()
    {
        Assert.DoesNotContain(Compare(("107", "0.08", "0.07"), ("98-107", "2.05", "2.04")), figure => figure.Differs);
        Assert.Single(Compare(("107", "0.08", "0.07"), ("98-107", "2.06", "2.04")), figure => figure.Differs);
    }

    [Fact]
    public void Then_what_is_not_computed_is_told_but_is_no_difference()
    {
        var figure = Assert.Single(Compare(("107", null, "0.07")));
        Assert.False(figure.Agrees);
        Assert.False(figure.Differs);
    }

    private static List<ComparedFigure> Compare(params (string Year, string? Computed, string Published)[] figures)
    {
        var year = new YearData([], [], [], [], [], [], [], [], [], [], [.. figures.Select(figure => Figure(figure.Year, figure.Published))]);
        var series = new SeriesTable { Table = "33", ComputedYears = { Year } };
        series.Figures.AddRange(figures.Where(figure => figure.Computed is not null).Select(figure => Figure(figure.Year, figure.Computed!)));
        return [.. new SeriesComparison(Year, [Slip]).Of(year, new Dictionary<string, SeriesTable> { ["33"] = series })];
    }

    private static HistoryFigure Figure(string year, string value) =>
        new() { Table = "33", RocYear = year, Dimension = "all", Key = "total", Measure = "self_100m", Value = value };
}
