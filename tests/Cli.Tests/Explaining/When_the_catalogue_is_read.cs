using SmeOrleans.Cli.Explaining;

namespace SmeOrleans.Cli.Tests.Explaining;

public sealed class When_the_catalogue_is_read
{
    [Fact]
    public void Then_rows_of_known_reasons_are_found()
    {
        var rows = ErrorCatalogue.Parse("""
            ## FAILED_PRECONDITION

            | reason | rule | 說明 | 處理方式 | meaning | what to do |
            |---|---|---|---|---|---|
            | `QUOTA_YEAR` | Q-2 | 已有一案 | 改提明年 | has one \| more | apply next year |
            | `NO_SUCH` | - | a | b | c | d |
            """).ToList();
        Assert.Equal(
            new Explanation("QUOTA_YEAR", "FAILED_PRECONDITION", "Q-2", "已有一案", "has one | more", "改提明年", "apply next year"), Assert.Single(rows));
    }

    [Fact]
    public void Then_the_built_in_one_explains_every_reason() =>
        Assert.Equal(ReasonNames.All.Order(StringComparer.Ordinal), ErrorCatalogue.BuiltIn().Select(row => row.Reason).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("quota-year")]
    [InlineData("Quota.Year")]
    [InlineData("ERROR_REASON_QUOTA_YEAR")]
    public void Then_a_name_is_known_however_it_is_written(string name) => Assert.Contains(ReasonNames.Normalize(name), ReasonNames.All);
}
