using Microsoft.Extensions.DependencyInjection;
using Orleans.Storage;
using SmeOrleans.Silo.Storage;
using SmeOrleans.StorageRacer;

namespace SmeOrleans.Silo.Tests.Storage;

/// <summary>Many who write the same grains at once: one wins, the others are told (R8, R9).</summary>
public sealed class RacingWriters
{
    public static TheoryData<string> Kinds => TestStore.Kinds;

    [Theory, MemberData(nameof(Kinds))]
    public async Task R8_of_racing_first_writes_from_three_processes_exactly_one_wins_each_key(string kind)
    {
        const int keys = 5_000;
        await using var store = await TestStore.CreateAsync(kind);
        using var one = await Racer.StartAsync("race", store, "one", keys);
        using var two = await Racer.StartAsync("race", store, "two", keys);
        using var three = await Racer.StartAsync("race", store, "three", keys);
        foreach (var racer in (Racer[])[one, two, three])
        {
            racer.Go();
        }

        var said = await Task.WhenAll(one.ReadAllAsync(), two.ReadAllAsync(), three.ReadAllAsync());
        Assert.All(said, lines => Assert.Equal("done", lines[^1]));
        var won = said.SelectMany(lines => lines.Where(line => line.StartsWith("won ", StringComparison.Ordinal))).ToList();
        Assert.Equal(keys, won.Count);
        Assert.Equal(keys, won.Distinct().Count());
        Assert.Equal(keys, await store.ScalarAsync<long>("select count(*) from grain_state where version = 1"));
        var report = await store.VerifyAsync();
        Assert.Equal((keys, keys, keys), (report.Grains, report.Rows, report.Head));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task R9_versions_of_one_grain_under_64_writers_go_strictly_up_by_one(string kind)
    {
        const int writers = 64, rounds = 200;
        await using var store = await TestStore.CreateAsync(kind);
        var other = store.Open();
        for (var round = 0; round < rounds; round++)
        {
            var wins = await Task.WhenAll(Enumerable.Range(0, writers).Select(writer => TryAsync(store, writer % 2 == 0 ? store.Silo : other)));
            Assert.True(wins.Count(won => won) >= 1, $"round {round}: nobody won");
        }

        var stored = await store.ReadAsync("one");
        var report = await store.VerifyAsync();
        Assert.Equal($"{report.Rows}", stored.ETag);
        Assert.Equal(report.Rows, stored.State.State!.Count);
        Assert.Equal(report.Rows, await store.ScalarAsync<long>("select count(distinct version) from journal"));
        Assert.InRange(report.Rows, rounds, writers * rounds);
    }

    private static async Task<bool> TryAsync(TestStore store, ServiceProvider silo)
    {
        var state = await store.ReadAsync("one");
        try
        {
            await TestStore.CountAsync(silo, "one", state);
            return true;
        }
        catch (InconsistentStateException)
        {
            return false;
        }
    }
}
