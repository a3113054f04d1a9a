using SmeOrleans.Support;

namespace SmeOrleans.Season.Tests;

/// <summary>The 2018 season through the public API of a real process; it ends well only if every case and every published cell agrees.</summary>
public sealed class Replays : IDisposable
{
    private const long RequestsOfScreening = 5_000;
    private const long RequestsOfYear = 15_000;

    private readonly string _folder = Directory.CreateTempSubdirectory("sme-season-").FullName;

    private static string Season => Path.Combine(SeasonRun.Root, "data", "season-107");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task When_the_service_is_killed_at_intake_and_at_signing_Then_every_answer_holds_and_a_second_replay_changes_nothing()
    {
        var first = await SeasonRun.StartAsync("--keep", _folder, "--kill-after", "300", "--kill-on", "2018-06-28");
        AssertWholeYear(first);

        var second = await SeasonRun.StartAsync("--keep", _folder);

        AssertWholeYear(second);
        Assert.Contains("658 already taken", second.Output);
        Assert.Equal(first.Journal.After, second.Journal.Before);
        Assert.Equal(second.Journal.Before, second.Journal.After);
    }

    [Fact]
    public async Task When_the_store_is_PostgreSQL_Then_the_year_is_the_same() =>
        AssertWholeYear(await SeasonRun.StartAsync("--keep", _folder, "--store", await PostgresServer.CreateDatabaseAsync()));

    [Fact]
    public async Task When_keys_names_order_arrivals_scores_and_amounts_differ_Then_the_tables_are_the_same()
    {
        var data = Path.Combine(_folder, "data");
        OtherSeason.Write(Season, data);

        AssertWholeYear(await SeasonRun.StartAsync("--data", data));
    }

    [Theory]
    [InlineData(20180213)]
    public async Task When_the_rows_come_in_another_order_Then_every_case_is_decided_as_before(int seed)
    {
        var data = Path.Combine(_folder, "data");
        OtherSeason.Shuffle(Season, data, seed);

        var run = await SeasonRun.StartAsync("--until", "approval", "--data", data);

        Assert.True(run.ExitCode == 0, run.ToString());
    }

    [Fact]
    public async Task When_only_screening_is_asked_for_Then_it_ends_there()
    {
        var run = await SeasonRun.StartAsync("--until", "screening");

        Assert.True(run.ExitCode == 0, run.ToString());
        Assert.True(run.Ledgered > RequestsOfScreening, run.ToString());
        Assert.Contains("658 received from 138 units, 29 returned with reasons, 629 qualified", run.Output);
        Assert.DoesNotContain("reviewed", run.Output);
    }

    [Fact]
    public async Task When_a_published_cell_differs_Then_the_replay_fails_and_names_it()
    {
        var data = Path.Combine(_folder, "data");
        OtherSeason.Shuffle(Season, data, 1);
        var table = Path.Combine(data, "expected", "table-05.csv");
        File.WriteAllText(table, File.ReadAllText(table).Replace("school,design,47", "school,design,48", StringComparison.Ordinal));

        var run = await SeasonRun.StartAsync("--until", "screening", "--data", data);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("47 ≠ 48", run.Output);
    }

    private static void AssertWholeYear(SeasonRun run)
    {
        Assert.True(run.ExitCode == 0, run.ToString());
        Assert.True(run.Ledgered > RequestsOfYear, run.ToString());
        Assert.Contains("629 reviewed in 39 sessions", run.Output);
        Assert.Contains("215 approved for NT$32,355,351 with 28,649 left", run.Output);
        Assert.Contains("1 discontinued, 214 accepted, 214 closed", run.Output);
        Assert.Contains("benefits 59,880 (NT$10,000)", run.Output);
        Assert.Contains("93 disaster cases for NT$18,600,000", run.Output);
    }
}
