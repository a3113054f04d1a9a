namespace SmeOrleans.Projection.Tests;

public sealed class PublishedTables
{
    [Theory, ClassData(typeof(Stores))]
    public async Task A_replayed_season_gives_the_published_tables_and_agrees_with_itself(string store)
    {
        await using var world = await World.OpenAsync(store);
        await Season.ReplayAsync(world);

        var reports = world.Get<IReports>();
        Assert.Equal(["table-02", "table-04", "table-05", "table-06", "table-07", "table-08"], reports.Tables.Select(table => table.TableId));
        foreach (var table in reports.Tables)
        {
            var read = await reports.TableAsync(Season.Round, table.TableId, default);
            Assert.Null(read.Refusal);
            Assert.Equal(Season.Published(table.TableId), read.Value!.Cells.Select(cell => (cell.Row, cell.Column, cell.Value)));
        }

        var invariants = await world.Get<IInvariants>().CheckAsync(default);
        Assert.Empty(invariants.Violations);
        Assert.Contains(("cases", 658L), invariants.Counts);
    }
}
