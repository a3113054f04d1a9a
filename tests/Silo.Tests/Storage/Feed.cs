using SmeOrleans.Silo.Storage;
using SmeOrleans.StorageRacer;

namespace SmeOrleans.Silo.Tests.Storage;

/// <summary>The feed has no gaps, and a reader who has seen n never finds a new entry below n.</summary>
public sealed class Feed
{
    public static TheoryData<string> Kinds => TestStore.Kinds;

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_reader_beside_writers_in_two_processes_sees_every_entry_in_order(string kind)
    {
        const int entries = 2_000;
        await using var store = await TestStore.CreateAsync(kind);
        var feed = store.Get<IJournalFeed>();
        using var one = await Racer.StartAsync("race", store, "one", entries);
        using var two = await Racer.StartAsync("race", store, "two", entries);
        one.Go();
        two.Go();
        var said = Task.WhenAll(one.ReadAllAsync(), two.ReadAllAsync());

        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(120));
        var seen = new List<JournalEntry>();
        while (seen.Count < entries)
        {
            await feed.WaitAsync(seen.Count, limit.Token);
            seen.AddRange(await feed.ReadAsync(seen.Count, 97, limit.Token));
            Assert.Equal(seen.Count, seen[^1].Seq);
        }

        await said;
        Assert.Equal(entries, seen.Select(entry => entry.Grain).Distinct().Count());
        Assert.Equal(entries, await feed.HeadAsync(limit.Token));
        Assert.Equal(entries, (await store.VerifyAsync()).Head);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task An_entry_tells_what_was_written(string kind)
    {
        await using var store = await TestStore.CreateAsync(kind);
        await store.CountAsync("a", new TallyState());
        var entry = Assert.Single(await store.Get<IJournalFeed>().ReadAsync(0, 10, default));
        Assert.Equal((1, "tally", "a", 1), (entry.Seq, entry.GrainType, entry.Grain, entry.Version));
        Assert.Equal(("Tallied", """{"Count":1,"By":"writer"}""", "writer"), (entry.Type, entry.Payload, entry.Actor));
        Assert.NotNull(entry.RequestId);
        Assert.Equal(TestStore.Now, entry.At);
        Assert.Equal(await store.ScalarAsync<string>("select chain from grain_state"), entry.Hash);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_waiting_reader_hears_of_its_own_silo_and_of_another(string kind)
    {
        await using var store = await TestStore.CreateAsync(kind);
        var other = store.Open();
        var feed = store.Get<IJournalFeed>();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var waits = feed.WaitAsync(0, limit.Token);
        await store.CountAsync("a", new TallyState());
        await waits;
        waits = feed.WaitAsync(1, limit.Token);
        await TestStore.CountAsync(other, "b", new TallyState());
        await waits;
        Assert.Equal(2, await feed.HeadAsync(limit.Token));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_reader_that_gives_up_is_let_go(string kind)
    {
        await using var store = await TestStore.CreateAsync(kind);
        using var gone = new CancellationTokenSource();
        var waits = store.Get<IJournalFeed>().WaitAsync(0, gone.Token);
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waits);
    }
}
