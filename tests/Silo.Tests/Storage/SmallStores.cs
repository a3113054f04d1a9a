using SmeOrleans.Silo.Storage;
using SmeOrleans.StorageRacer;

namespace SmeOrleans.Silo.Tests.Storage;

/// <summary>Blobs, refused attempts, settings and wake-ups.</summary>
public sealed class SmallStores
{
    public static TheoryData<string> Kinds => TestStore.Kinds;

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_blob_is_held_once_under_its_hash(string kind)
    {
        await using var store = await TestStore.CreateAsync(kind);
        var blobs = store.Get<BlobStore>();
        byte[] content = [0, 1, 2, 255];
        var hash = await blobs.PutAsync(content);
        Assert.Equal(hash, await blobs.PutAsync([.. content]));
        Assert.Equal("3d1f57c984978ef98a18378c8166c1cb8ede02c03eeb6aee7e2f121dfeee3e56", hash);
        Assert.Equal(content, await blobs.GetAsync(hash));
        Assert.Null(await blobs.GetAsync("none"));
        Assert.Equal(1, await store.ScalarAsync<long>("select count(*) from blobs"));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Attempts_are_listed_newest_first_page_by_page(string kind)
    {
        await using var store = await TestStore.CreateAsync(kind);
        var log = store.Get<AttemptLog>();
        for (var number = 0; number < 7; number++)
        {
            // Two share each instant.
            await log.AppendAsync(new Attempt(
                TestStore.Now.AddSeconds(number / 2), "Submit", $"cases/{number}", "applicant", number == 3 ? null : "id", "PERMISSION_DENIED", null));
        }

        var listed = new List<Attempt>();
        for (var page = await log.ListAsync(3); page.Count > 0; page = await log.ListAsync(3, listed[^1]))
        {
            listed.AddRange(page);
        }

        Assert.Equal(7, listed.Select(attempt => attempt.Resource).Distinct().Count());
        Assert.Equal(listed.OrderByDescending(attempt => attempt.At).Select(attempt => attempt.At), listed.Select(attempt => attempt.At));
        Assert.Equal("cases/6", listed[0].Resource);
        Assert.Null(listed.Single(attempt => attempt.Resource == "cases/3").RequestId);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_setting_is_what_was_set_last(string kind)
    {
        await using var store = await TestStore.CreateAsync(kind);
        var settings = store.Get<SettingsStore>();
        Assert.Null(await settings.GetAsync("clock"));
        await settings.SetAsync("clock", "one");
        await settings.SetAsync("clock", "two");
        Assert.Equal("two", await settings.GetAsync("clock"));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Grains_whose_time_has_come_are_due_longest_first(string kind)
    {
        await using var store = await TestStore.CreateAsync(kind);
        foreach (var (key, ticks) in (IEnumerable<(string, long?)>)[("later", 1), ("now", 0), ("before", -1), ("never", null)])
        {
            var state = new TallyState();
            state.State.WakeAt = ticks is { } offset ? TestStore.Now.AddTicks(offset) : null;
            await store.CountAsync(key, state);
        }

        var wakeups = store.Get<Wakeups>();
        var before = new Wakeup("tally", "before", TestStore.Now.AddTicks(-1));
        var now = new Wakeup("tally", "now", TestStore.Now);
        Assert.Equal([before, now], await wakeups.DueAsync(TestStore.Now, 10));
        Assert.Equal([before], await wakeups.DueAsync(TestStore.Now, 1));
        Assert.Equal([now], await wakeups.DueAsync(TestStore.Now, 10, before));
    }
}
