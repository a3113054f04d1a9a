using SmeOrleans.Cli.Explaining;

namespace SmeOrleans.Cli.Tests.Explaining;

public sealed class When_the_catalogue_is_read
{
    [Fact]
    public void Then_rows_of_known_reasons_are_found()
    {
        var rows = ErrorCatalogue.Parse("""
            | Reason | Kind | Rule | zh | en | remedy zh | remedy en |
            |---|---|---|---|---|---|---|
            | `QUOTA_YEAR` | rule | Q-2 | 已有一案 | has one \| more | 改提明年 | apply next year |
            | `NO_SUCH` | rule | - | a | b | c | d |
            """).ToList();
        Assert.Equal(new Explanation("QUOTA_YEAR", "rule", "Q-2", "已有一案", "has one | more", "改提明年", "apply next year"), Assert.Single(rows));
    }

    [Theory]
    [InlineData("quota-year")]
    [InlineData("Quota.Year")]
    [InlineData("ERROR_REASON_QUOTA_YEAR")]
    public void Then_a_name_is_known_however_it_is_written(string name) => Assert.Contains(ReasonNames.Normalize(name), ReasonNames.All);
}
