using SmeOrleans.Cli.Season.Data;
using SmeOrleans.V1;

namespace SmeOrleans.Cli.Tests.Season;

public sealed class When_a_season_is_read
{
    private readonly SeasonData season = SeasonData.Read(SeasonFolder.Path);

    [Fact]
    public void Then_every_row_is_there()
    {
        Assert.Equal(138, season.Units.Length);
        Assert.Equal(655, season.Companies.Length);
        Assert.Equal(658, season.Applications.Length);
        Assert.Equal(12, season.CommonProjects.Length);
    }

    [Fact]
    public void Then_the_limits_are_read_out_of_the_sentences()
    {
        Assert.Equal(
            new SmeLimits { CapitalMaxNtd = 80_000_000, ManufacturingEmployeesBelow = 200, RevenueMaxNtd = 100_000_000, ServicesEmployeesBelow = 100 },
            season.Programme.Round.Rules.Sme);
    }

    [Fact]
    public void Then_applications_are_in_order_of_arrival()
    {
        Assert.Equal(season.Applications.OrderBy(row => row.SubmittedAt).Select(row => row.Id), season.Applications.Select(row => row.Id));
    }

    [Fact]
    public void Then_prior_cases_go_by_the_year_in_the_heading()
    {
        var years = season.Companies.SelectMany(row => row.Company.PriorCases).Select(prior => prior.RocYear).Distinct().Order();
        Assert.Equal([105, 106, 107], years);
    }

    [Fact]
    public void Then_anomalies_fall_into_the_rounds_just_before()
    {
        var twice = season.Units.Single(row => row.AnomalyRounds == 2);
        Assert.Equal([105, 106], twice.AnomalyOrdinals(season.Programme.RocYear));
    }

    [Fact]
    public void Then_the_office_decides_when_its_doors_close()
    {
        Assert.Equal(
            new DateTimeOffset(2018, 4, 27, 17, 0, 0, TimeSpan.FromHours(8)),
            season.Programme.DecisionTime(new(2018, 4, 27)));
    }

    [Fact]
    public void Then_a_missing_folder_is_a_wrong_use()
    {
        Assert.Equal(ExitCodes.Usage, Assert.Throws<CliException>(() => SeasonData.Read("/nowhere")).ExitCode);
    }
}
