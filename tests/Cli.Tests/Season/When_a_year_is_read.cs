using SmeOrleans.Cli.Season.Data;
using SmeOrleans.V1;

namespace SmeOrleans.Cli.Tests.Season;

public sealed class When_a_year_is_read
{
    private readonly SeasonData season = SeasonData.Read(SeasonFolder.Path);
    private readonly YearData year;

    public When_a_year_is_read() => year = YearData.Read(season);

    [Fact]
    public void Then_every_row_is_there()
    {
        Assert.Equal((39, 39, 286, 1), (year.Reviewers.Length, year.Sessions.Length, year.Approvals.Length, year.Closures.Length));
        Assert.Equal((215, 31, 214, 214, 93), (year.Midterms.Length, year.Visits.Length, year.Finals.Length, year.Benefits.Length, year.Disaster.Length));
    }

    [Fact]
    public void Then_the_budget_lines_are_the_whole_budget() =>
        Assert.Equal(32_384_000, season.Programme.Round.Rules.BudgetLines.Sum(line => line.AmountNtd));

    [Fact]
    public void Then_indicators_are_told_apart_by_their_prefix()
    {
        var kinds = season.Programme.Round.Rules.Execution.Indicators.CountBy(indicator => indicator.Kind).ToDictionary();
        Assert.Equal((4, 7), (kinds[BenefitKind.Value], kinds[BenefitKind.Cost]));
    }

    [Theory]
    [InlineData("2018-06-14", "2018-11-13", 5)]
    [InlineData("2018-05-02", "2018-07-01", 2)]
    [InlineData("2018-05-02", "2018-07-02", 3)]
    [InlineData("2018-01-31", "2018-02-27", 1)]
    public void Then_months_of_execution_are_counted(string from, string to, int months) =>
        Assert.Equal(months, Schedule.Months(DateOnly.Parse(from), DateOnly.Parse(to)));

    [Fact]
    public void Then_the_disaster_round_has_no_panels_documents_or_company_money()
    {
        var round = season.Programme.Disaster.RoundOf(season.Programme, 18_600_000);
        Assert.Equal(RoundKind.Disaster, round.Kind);
        Assert.True(round.Rules is { NoDocuments: true, Review.NoPanels: true, General.NoSelfFunding: true, Quotas.NotCounted: true });
        Assert.Equal(2, round.Rules.Execution.Months);
    }

    [Fact]
    public void Then_units_without_a_tax_id_get_one_that_nobody_bears()
    {
        var first = SpareTaxIds.Beside([]).First();
        Assert.NotEqual(first, SpareTaxIds.Beside([first]).First());
        Assert.Matches(@"^01\d{6}$", first);
    }
}
