using Microsoft.Extensions.DependencyInjection;
using SmeOrleans.Grains.Journaling;
using SmeOrleans.Silo.Storage;
using SmeOrleans.StorageRacer;

namespace SmeOrleans.Silo.Tests.Storage;

/// <summary>An answer means that the write is stored.</summary>
public sealed class Acknowledgement
{
    public static TheoryData<string> Kinds => TestStore.Kinds;

    [Theory, MemberData(nameof(Kinds))]
    public async Task Everything_that_a_killed_process_acknowledged_is_stored(string kind)
    {
        const int acknowledged = 3_000, kills = 3;
        await using var store = await TestStore.CreateAsync(kind);
        var latest = new Dictionary<string, long>();
        for (var kill = 0; kill < kills; kill++)
        {
            using var racer = await Racer.StartAsync("count", store, $"life {kill}", 200);
            racer.Go();
            for (var line = 0; line < acknowledged; line++)
            {
                Remember(latest, await racer.ReadAsync());
            }

            racer.Kill();
            (await racer.ReadAllAsync()).ForEach(line => Remember(latest, line));
        }

        await store.VerifyAsync();
        Assert.NotEmpty(latest);
        foreach (var (key, version) in latest)
        {
            var stored = await store.ReadAsync(key);
            Assert.True(long.Parse(stored.ETag) >= version, $"{key}: version {version} was acknowledged, {stored.ETag} is stored");
            Assert.Equal(stored.State.State!.Count, long.Parse(stored.ETag));
        }
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_closing_store_answers_what_it_let_in_and_refuses_the_rest(string kind)
    {
        await using var store = await TestStore.CreateAsync(kind);
        var silo = store.Open();
        var commits = silo.GetRequiredService<GroupCommit>();
        var writes = Enumerable.Range(0, 1_000).Select(number => TestStore.CountAsync(silo, $"{number}", new TallyState())).ToList();
        await commits.DisposeAsync();
        await Assert.ThrowsAsync<StoreUnavailableException>(() => TestStore.CountAsync(silo, "late", new TallyState()));

        var stored = 0;
        foreach (var write in writes)
        {
            stored += await Record.ExceptionAsync(() => write) is null ? 1 : 0;
        }

        Assert.Equal(stored, (await store.VerifyAsync()).Grains);
    }

    /// <summary>The last line may be cut off by the kill.</summary>
    private static void Remember(Dictionary<string, long> latest, string? line)
    {
        if (line?.Split(' ') is ["ack", var key, var version] && long.TryParse(version, out var number))
        {
            latest[key] = number;
        }
    }
}
