using Orleans.Runtime;
using Orleans.Storage;
using SmeOrleans.Grains.Journaling;
using SmeOrleans.Silo.Storage;
using SmeOrleans.StorageRacer;

namespace SmeOrleans.Silo.Tests.Storage;

/// <summary>What Orleans expects of a grain storage, and what ours adds: versions as etags.</summary>
public sealed class GrainStorageContract
{
    public static TheoryData<string> Kinds => TestStore.Kinds;

    [Theory, MemberData(nameof(Kinds))]
    public async Task An_unwritten_grain_reads_as_new(string kind)
    {
        await using var store = await TestStore.CreateAsync(kind);
        var state = await store.ReadAsync("a");
        Assert.Null(state.State.State);
        Assert.Null(state.ETag);
        Assert.False(state.RecordExists);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task What_was_written_is_read_with_versions_counting_from_one(string kind)
    {
        await using var store = await TestStore.CreateAsync(kind);
        var state = new TallyState();
        for (var version = 1; version <= 3; version++)
        {
            await store.CountAsync("案件/一", state);
            Assert.Equal($"{version}", state.ETag);
            Assert.True(state.RecordExists);
        }

        var read = await store.ReadAsync("案件/一");
        Assert.Equal(new Tally(3, "writer"), read.State.State);
        Assert.Equal("3", read.ETag);
        Assert.True(read.RecordExists);
        await store.VerifyAsync();
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_stale_writer_is_refused_and_goes_on_after_reading_again(string kind)
    {
        await using var store = await TestStore.CreateAsync(kind);
        var (first, second, late) = (new TallyState(), new TallyState(), new TallyState());
        await store.CountAsync("a", first);
        await Assert.ThrowsAsync<InconsistentStateException>(() => store.CountAsync("a", late));
        await store.Grains.ReadStateAsync("state", TestStore.Id("a"), second);
        await store.CountAsync("a", first);
        await Assert.ThrowsAsync<InconsistentStateException>(() => store.CountAsync("a", second));

        await store.Grains.ReadStateAsync("state", TestStore.Id("a"), second);
        await store.CountAsync("a", second);
        Assert.Equal("3", second.ETag);
        Assert.Equal(3, (await store.VerifyAsync()).Rows);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task An_etag_of_a_grain_that_was_never_written_is_refused(string kind)
    {
        await using var store = await TestStore.CreateAsync(kind);
        foreach (var etag in new[] { "5", "nonsense" })
        {
            await Assert.ThrowsAsync<InconsistentStateException>(() => store.CountAsync("a", new TallyState { ETag = etag }));
        }

        Assert.False((await store.ReadAsync("a")).RecordExists);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_record_that_came_by_migration_is_written_under_its_etag(string kind)
    {
        await using var store = await TestStore.CreateAsync(kind);
        var here = new TallyState();
        await store.CountAsync("a", here);
        var there = new TallyState { State = here.State, ETag = here.ETag, RecordExists = true };
        await store.CountAsync("a", there);
        Assert.Equal("2", there.ETag);
        await store.VerifyAsync();
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_cleared_grain_is_gone_but_its_versions_go_on(string kind)
    {
        await using var store = await TestStore.CreateAsync(kind);
        var state = new TallyState();
        await store.CountAsync("a", state);
        var stale = await store.ReadAsync("a");
        await store.Grains.ClearStateAsync("state", TestStore.Id("a"), state);
        Assert.False(state.RecordExists);
        Assert.Null(state.State.State);
        Assert.False((await store.ReadAsync("a")).RecordExists);

        await Assert.ThrowsAsync<InconsistentStateException>(() => store.CountAsync("a", stale));
        await Assert.ThrowsAsync<InconsistentStateException>(() => store.Grains.ClearStateAsync("state", TestStore.Id("a"), stale));
        await Assert.ThrowsAsync<InconsistentStateException>(() => store.Grains.ClearStateAsync("state", TestStore.Id("a"), new TallyState()));
        await store.CountAsync("a", state);
        Assert.Equal("3", state.ETag);
        await store.VerifyAsync();
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Clearing_what_was_never_written_does_nothing(string kind)
    {
        await using var store = await TestStore.CreateAsync(kind);
        await store.Grains.ClearStateAsync("state", TestStore.Id("a"), new TallyState());
        Assert.Equal(0, await store.ScalarAsync<long>("select count(*) from grain_state"));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_record_without_journal_is_stored_as_a_plain_snapshot(string kind)
    {
        await using var store = await TestStore.CreateAsync(kind);
        var state = new GrainState<Plain> { State = new Plain { Text = "甲" } };
        await store.Grains.WriteStateAsync("state", TestStore.Id("a"), state);
        await store.Grains.WriteStateAsync("state", TestStore.Id("a"), state);
        var read = new GrainState<Plain>();
        await store.Grains.ReadStateAsync("state", TestStore.Id("a"), read);
        Assert.Equal(("甲", "2"), (read.State?.Text, read.ETag));
        Assert.Equal(0, (await store.VerifyAsync()).Rows);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_write_without_events_is_chained_but_not_in_the_feed(string kind)
    {
        await using var store = await TestStore.CreateAsync(kind);
        var state = new TallyState();
        await store.CountAsync("a", state);
        state.State = new Journaled<Tally> { State = state.State.State };
        await store.Grains.WriteStateAsync("state", TestStore.Id("a"), state);
        await store.CountAsync("a", state);

        var report = await store.VerifyAsync();
        Assert.Equal((3, 2), (report.Rows, report.Head));
        var entries = await store.Get<IJournalFeed>().ReadGrainAsync("a", 0, 10, default);
        Assert.Equal([1, 3], entries.Select(entry => entry.Version));
    }

    private sealed class Plain
    {
        public string Text { get; set; } = "";
    }
}
