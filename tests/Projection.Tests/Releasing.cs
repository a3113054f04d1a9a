using Dapper;
using SmeOrleans.Grains.Reports;
using SmeOrleans.GrpcFrontend.Reports;
using SmeOrleans.Silo.Storage;

namespace SmeOrleans.Projection.Tests;

public sealed class Releasing
{
    [Theory, ClassData(typeof(Stores))]
    public async Task A_table_that_the_journal_agrees_with_may_be_released(string store)
    {
        await using var world = await SubmittedAsync(store);

        var audit = await world.Get<IReportAuditor>().AuditAsync(Sample.Round, "table-05");

        Assert.Empty(audit.Disagreements);
        Assert.Equal(audit.Candidate!.Cells.Count, audit.Candidate.FiguresChecked);
        Assert.Equal(audit.Candidate.JournalHead, await world.Get<IJournalFeed>().HeadAsync(default));
        Assert.Equal("2", audit.Candidate.Cells.Single(cell => cell is { Row: "total", Column: "total" }).Value);
    }

    [Theory]
    [InlineData("UPDATE cases SET function_code = 'process' WHERE name LIKE '%c0001'")]
    [InlineData("DELETE FROM cases WHERE name LIKE '%c0001'")]
    [InlineData("UPDATE cases SET unit_kind = 'ELSEWHERE' WHERE name LIKE '%c0001'")]
    public async Task A_list_that_was_tampered_with_releases_nothing(string alteration)
    {
        await using var world = await SubmittedAsync("sqlite");
        await world.Get<IProjectionControl>().CatchUpAsync(default);
        await using (var connection = await world.Get<IDatabase>().OpenAsync())
        {
            Assert.Equal(1, await connection.ExecuteAsync(alteration));
        }

        Assert.NotEmpty((await world.Get<IReportAuditor>().AuditAsync(Sample.Round, "table-05")).Disagreements);
    }

    [Fact]
    public void Sums_that_are_not_their_totals_are_told()
    {
        var crossing = new Silo.Reports.Crossing(["a", "b"], ["x"], new Dictionary<(string, string), long>
        {
            [("a", "x")] = 1, [("b", "x")] = 2, [("a", "total")] = 1, [("b", "total")] = 2, [("total", "x")] = 4, [("total", "total")] = 3,
        });

        Assert.Equal(2, Silo.Reports.CrossFooting.Check("Cases", crossing).Count());
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("-5", "-5")]
    [InlineData("-5+cmd", "'-5+cmd")]
    [InlineData("a\"b,c", "\"a\"\"b,c\"")]
    [InlineData("\t=1", "'\t=1")]
    public void What_looks_like_a_formula_is_written_as_text(string cell, string written)
    {
        var sheet = new TableSheet(["r"], ["c"], new Dictionary<(string, string), string> { [("r", "c")] = cell });

        Assert.Equal($",c\r\nr,{written}\r\n", sheet.ToCsvText());
        Assert.Equal([0xEF, 0xBB, 0xBF], sheet.ToCsv()[..3]);
        Assert.Equal("PK"u8.ToArray(), sheet.ToXlsx()[..2]);
    }

    private static async Task<World> SubmittedAsync(string store)
    {
        var world = await World.OpenAsync(store);
        await Sample.RoundAsync(world);
        await Sample.SubmitAsync(world, 1);
        await Sample.SubmitAsync(world, 2, "design");
        return world;
    }
}
