namespace SmeOrleans.Projection.Tests;

public sealed class Crossings
{
    [Theory, ClassData(typeof(Stores))]
    public async Task A_unit_with_cases_in_two_groups_is_one_unit_in_the_total(string store)
    {
        await using var world = await World.OpenAsync(store);
        await Sample.RoundAsync(world);
        await Sample.SubmitAsync(world, 3, "metal");
        await Sample.SubmitAsync(world, 6, "design");

        var report = (await world.Get<IReports>().QueryAsync(Sample.Round, "group", "", CaseMeasure.Units, "", CaseScope.All, default)).Value!;

        Assert.Equal(["metal", "design", "total"], report.Rows);
        Assert.Equal(["1", "1", "1"], report.Cells.Select(cell => cell.Value));
    }

    [Theory, ClassData(typeof(Stores))]
    public async Task Keys_without_cases_are_printed_and_unknown_counties_come_last(string store)
    {
        await using var world = await World.OpenAsync(store);
        await Sample.RoundAsync(world);
        await Sample.SubmitAsync(world, 1, county: "連江縣", region: "other");

        var report = (await world.Get<IReports>().QueryAsync(Sample.Round, "county", "mode", CaseMeasure.TotalNtd, "", CaseScope.All, default)).Value!;

        Assert.Equal(["台北市", "新北市", "高雄市", "連江縣", "total"], report.Rows);
        Assert.Equal(["general", "common", "total"], report.Columns);
        Assert.Contains(new ReportCell("高雄市", "general", "0"), report.Cells);
        Assert.Contains(new ReportCell("連江縣", "general", "250001"), report.Cells);
        Assert.Contains(new ReportCell("total", "total", "250001"), report.Cells);
    }

    [Theory, ClassData(typeof(Stores))]
    public async Task Drafts_count_for_nothing_even_when_withdrawn_and_a_filter_narrows(string store)
    {
        await using var world = await World.OpenAsync(store);
        await Sample.RoundAsync(world);
        await Sample.SubmitAsync(world, 1);
        await Sample.SubmitAsync(world, 2);
        await world.HappenAsync(Sample.NameOf(2), new CaseWithdrawn(Sample.Start, ""));
        await world.HappenAsync(Sample.NameOf(3), Sample.Draft(3));
        await world.HappenAsync(Sample.NameOf(4), Sample.Draft(4), new CaseWithdrawn(Sample.Start, ""));

        Assert.Equal("2", await TotalAsync(world, ""));
        Assert.Equal("1", await TotalAsync(world, "state = WITHDRAWN"));
    }

    [Fact]
    public async Task A_round_without_cases_prints_counts_and_no_shares()
    {
        await using var world = await World.OpenAsync("sqlite");
        await Sample.RoundAsync(world);

        var report = (await world.Get<IReports>().TableAsync(Sample.Round, "table-02", CaseScope.All, default)).Value!;

        Assert.Equal(["foundation", "school", "service", "total"], report.Rows);
        Assert.Equal(["cases", "units"], report.Columns);
        Assert.All(report.Cells, cell => Assert.Equal("0", cell.Value));
    }

    [Theory]
    [InlineData(1, 8, 1, "12.5")]
    [InlineData(1, 80, 1, "1.3")]
    [InlineData(1, 3, 2, "33.33")]
    [InlineData(3, 3, 2, "100.00")]
    public void Shares_are_rounded_half_away_from_zero(long part, long whole, int decimals, string printed) =>
        Assert.Equal(printed, Silo.Reports.Figure.Share(part, whole, decimals));

    [Theory]
    [InlineData("colour", "", "", "rows")]
    [InlineData("group", "colour", "", "columns")]
    [InlineData("group", "", "colour = red", "filter")]
    public async Task What_is_not_on_the_list_is_refused_by_field(string rows, string columns, string filter, string field)
    {
        await using var world = await World.OpenAsync("sqlite");

        var read = await world.Get<IReports>().QueryAsync(Sample.Round, rows, columns, CaseMeasure.Cases, filter, CaseScope.All, default);

        Assert.Equal(field, Assert.Single(read.Refusal!.Fields).Path);
        Assert.Equal("table_id", Assert.Single((await world.Get<IReports>().TableAsync(Sample.Round, "table-99", CaseScope.All, default)).Refusal!.Fields).Path);
    }

    private static async Task<string> TotalAsync(World world, string filter) =>
        (await world.Get<IReports>().QueryAsync(Sample.Round, "state", "", CaseMeasure.Cases, filter, CaseScope.All, default)).Value!.Cells.Single(cell => cell.Row == "total").Value;
}
