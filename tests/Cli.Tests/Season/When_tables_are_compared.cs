using System.Collections.Immutable;
using SmeOrleans.Cli.Season.Data;
using SmeOrleans.Cli.Season.Findings;
using SmeOrleans.V1;

namespace SmeOrleans.Cli.Tests.Season;

public sealed class When_tables_are_compared
{
    [Theory]
    [InlineData("7.9", "7.90")]
    [InlineData("7.90", "7.9")]
    [InlineData("7.94", "7.9")]
    [InlineData("100.0", "100")]
    [InlineData("7.95", "8.0")]
    [InlineData("0", null)]
    [InlineData("1,234", "1234")]
    public void Then_equal_numbers_agree_at_the_printed_precision(string computed, string? published) =>
        Assert.Empty(Compare(computed, published).Differences);

    [Theory]
    [InlineData("7.8", "7.90")]
    [InlineData("7.95", "7.9")]
    [InlineData("1", null)]
    [InlineData(null, "0")]
    [InlineData("n/a", "1")]
    public void Then_anything_else_is_a_difference(string? computed, string? published) =>
        Assert.Single(Compare(computed, published).Differences);

    [Fact]
    public void Then_a_known_slip_of_the_report_is_no_difference()
    {
        var slip = new KnownInconsistency("table-05", "row", "column", "497", "496", "printed differently elsewhere");
        Assert.Empty(Compare("496", "497", slip).Differences);
        Assert.Single(Compare("495", "497", slip).Differences);
    }

    [Fact]
    public void Then_what_a_partial_publication_leaves_out_is_no_difference()
    {
        var table = new ReportTable { TableId = PublishedTable.Topics, Cells = { new ReportCell { Row = "row", Column = "column", Value = "3" } } };
        var nothing = ImmutableDictionary<(string, string), string>.Empty;
        Assert.Empty(TableComparison.Of(table, new(PublishedTable.Topics, nothing, [], Partial: true)).Differences);
        Assert.Single(TableComparison.Of(table, new(PublishedTable.Topics, nothing, [])).Differences);
    }

    private static TableComparison Compare(string? computed, string? published, params ImmutableArray<KnownInconsistency> known)
    {
        var table = new ReportTable { TableId = "table-05", Rows = { "row" }, Columns = { "column" } };
        if (computed is not null)
        {
            table.Cells.Add(new ReportCell { Row = "row", Column = "column", Value = computed });
        }

        var cells = ImmutableDictionary<(string, string), string>.Empty;
        return TableComparison.Of(table, new("table-05", published is null ? cells : cells.Add(("row", "column"), published), known));
    }
}
