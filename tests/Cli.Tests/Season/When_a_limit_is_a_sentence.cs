using SmeOrleans.Cli.Season.Data;

namespace SmeOrleans.Cli.Tests.Season;

public sealed class When_a_limit_is_a_sentence
{
    [Fact]
    public void Then_strict_and_inclusive_limits_are_told_apart()
    {
        var limits = SmeRuleText.Limits("capital < 50 or employees <= 20", "employees<5 or revenue <= 1,000");
        Assert.Equal((49, 21, 1000, 5), (limits.CapitalMaxNtd, limits.ManufacturingEmployeesBelow, limits.RevenueMaxNtd, limits.ServicesEmployeesBelow));
    }

    [Fact]
    public void Then_a_sentence_without_a_limit_is_an_error() =>
        Assert.Throws<FormatException>(() => SmeRuleText.Limits("anything goes", "revenue <= 1 or employees < 1"));
}
