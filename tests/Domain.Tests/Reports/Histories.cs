using SmeOrleans.Domain.Reports;

namespace SmeOrleans.Domain.Tests.Reports;

public sealed class Histories
{
    private static readonly HistoryFigure Figure = new("26", "98", "unit_kind", "school", "applied", "7");

    [Fact]
    public void When_a_figure_is_told_again_Then_it_replaces_the_one_before_and_the_same_changes_nothing()
    {
        var recorded = After(History.Unknown(History.TheName), Figure);

        Assert.Empty(HistoryRules.Decide(recorded, [], Example.InWindow, new RecordHistory([Figure])).Events);
        Assert.Equal("8", Assert.Single(After(recorded, Figure with { Value = "8" }).Figures).Value.Value);
    }

    [Theory]
    [InlineData("106", true)]
    [InlineData("107", false)]
    [InlineData("98-107", true)]
    public void When_a_round_of_that_year_runs_here_Then_its_figures_are_counted_and_not_told(string year, bool accepted) =>
        Assert.Equal(accepted, HistoryRules.Decide(
            History.Unknown(History.TheName), [107], Example.InWindow, new RecordHistory([Figure, Figure with { RocYear = year }])).Refusal is null);

    private static History After(History before, HistoryFigure figure) =>
        HistoryRules.Decide(before, [], Example.InWindow, new RecordHistory([figure])).Events.Aggregate(before, (history, happened) => history.Apply(happened));
}
