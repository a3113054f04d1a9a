using SmeOrleans.Support;

namespace SmeOrleans.Season.Tests;

/// <summary>The 2018 season through the public API of a real process; it ends well only if every published cell agrees.</summary>
public sealed class Replays : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sme-season-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task When_the_service_is_killed_on_the_way_Then_every_receipt_holds_and_a_second_replay_changes_nothing()
    {
        var first = await SeasonRun.StartAsync("--keep", _folder, "--kill-after", "300");
        Assert.True(first.ExitCode == 0, first.ToString());
        Assert.True(first.Ledgered > 5_000, first.ToString());

        var second = await SeasonRun.StartAsync("--keep", _folder);

        Assert.True(second.ExitCode == 0, second.ToString());
        Assert.True(second.Ledgered > 5_000, second.ToString());
        Assert.Contains("658 already taken", second.Output);
        Assert.Equal(first.Journal.After, second.Journal.Before);
        Assert.Equal(second.Journal.Before, second.Journal.After);
    }

    [Fact]
    public async Task When_the_store_is_PostgreSQL_Then_the_tables_are_the_same()
    {
        var run = await SeasonRun.StartAsync("--keep", _folder, "--store", await PostgresServer.CreateDatabaseAsync());

        Assert.True(run.ExitCode == 0, run.ToString());
        Assert.True(run.Ledgered > 5_000, run.ToString());
    }

    [Fact]
    public async Task When_keys_names_and_order_differ_Then_the_tables_are_the_same()
    {
        var data = Path.Combine(_folder, "data");
        OtherSeason.Write(Path.Combine(SeasonRun.Root, "data", "season-107"), data);

        var run = await SeasonRun.StartAsync("--data", data);

        Assert.True(run.ExitCode == 0, run.ToString());
    }

    [Fact]
    public async Task When_a_published_cell_differs_Then_the_replay_fails_and_names_it()
    {
        var data = Path.Combine(_folder, "data");
        OtherSeason.Write(Path.Combine(SeasonRun.Root, "data", "season-107"), data);
        var table = Path.Combine(data, "expected", "table-05.csv");
        File.WriteAllText(table, File.ReadAllText(table).Replace("school,design,47", "school,design,48", StringComparison.Ordinal));

        var run = await SeasonRun.StartAsync("--data", data);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("47 ≠ 48", run.Output);
    }
}
