namespace SmeOrleans.Projection.Tests;

public sealed class PublishedTables
{
    private static readonly string[] OfTheDisasterRound = ["table-24", "table-25"];

    // The report prints them row by row in one order; the later ones follow the taste of whoever set them.
    private static readonly string[] InPrintingOrder = ["table-02", "table-04", "table-05", "table-06", "table-07", "table-08"];

    // Not in the data set, and said in four columns of text.
    private static readonly string[] NotPublished = ["table-11", "topics"];

    [Theory, ClassData(typeof(Stores))]
    public async Task A_replayed_season_gives_the_published_tables_and_agrees_with_itself(string store)
    {
        await using var world = await World.OpenAsync(store);
        await Season.ReplayAsync(world);

        var reports = world.Get<IReports>();
        var contradictions = Season.Contradictions();
        foreach (var table in reports.Tables.Select(table => table.TableId).Except(NotPublished))
        {
            var printed = Season.Published(table);
            Assert.NotEmpty(printed);
            var expected = printed.Select(cell => cell with { Value = contradictions.GetValueOrDefault((table, cell.Row, cell.Column), cell.Value) }).ToList();
            var counted = await CellsAsync(reports, OfTheDisasterRound.Contains(table) ? SeasonDisaster.Round : Season.Round, table);
            if (!InPrintingOrder.Contains(table))
            {
                expected.Sort();
                counted.Sort();
            }

            Assert.Equal(expected, counted);
        }

        await TopicsAsync(reports);
        await SampleAsync(reports);
        var invariants = await world.Get<IInvariants>().CheckAsync(default);
        Assert.Empty(invariants.Violations);
        Assert.Contains(("cases", 658L + 93L), invariants.Counts);
    }

    [Fact]
    public void Every_published_table_is_compared()
    {
        var expected = Directory.GetFiles(Path.Combine(Season.Folder, "expected"), "table-*.csv").Select(Path.GetFileNameWithoutExtension).Order();

        Assert.Equal(21, expected.Count());
        Assert.Equal(expected, Silo.Reports.NamedTables.All.Select(table => table.Id).Except(NotPublished).Order());
    }

    private static async Task TopicsAsync(IReports reports)
    {
        var counted = (await CellsAsync(reports, Season.Round, "topics")).ToDictionary(cell => cell.Row, cell => cell.Value);
        var published = Season.PublishedTopics();
        Assert.Equal(31, published.Count);
        Assert.All(published, topic => Assert.Equal(topic.Cases, counted[$"{topic.Group}/{topic.Function}/{topic.Topic}"]));
        Assert.Equal("215", counted["total"]);
    }

    // Its population is printed by the report; the surveys are not in the data set, here every completed case has answered.
    private static async Task SampleAsync(IReports reports)
    {
        var cells = (await CellsAsync(reports, Season.Round, "table-11")).ToDictionary(cell => (cell.Row, cell.Column), cell => cell.Value);
        string[] groups = ["metal", "electronics", "textile", "chemical", "food", "knowledge", "design", "total"];
        Assert.Equal(["25", "13", "5", "29", "17", "65", "61", "215"], groups.Select(group => cells[(group, "population")]));
        Assert.Equal(["11.6", "6.0", "2.3", "13.5", "7.9", "30.2", "28.4", "100"], groups.Select(group => cells[(group, "population_pct")]));
        Assert.Equal("214", cells[("total", "sample")]);
    }

    private static async Task<List<(string Row, string Column, string Value)>> CellsAsync(IReports reports, string round, string table)
    {
        var read = await reports.TableAsync(round, table, CaseScope.All, default);
        Assert.Null(read.Refusal);
        return [.. read.Value!.Cells.Select(cell => (cell.Row, cell.Column, cell.Value))];
    }
}
