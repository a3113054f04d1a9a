using SmeOrleans.Grains.Journaling;
using SmeOrleans.Silo.Storage;
using SmeOrleans.StorageRacer;

namespace SmeOrleans.Silo.Tests.Storage;

/// <summary>What goes wrong in one write or in the database stays there.</summary>
public sealed class Faults
{
    private const string Waiting = "from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()";

    private static readonly Notice Notice = new("owner@example.org", "主旨", "內容");

    public static TheoryData<string> Kinds => TestStore.Kinds;

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_write_that_the_database_refuses_does_not_fail_its_neighbours(string kind)
    {
        await using var store = await TestStore.CreateAsync(kind);
        await store.ExecuteAsync(
            """
            insert into outbox (id, dedupe_key, recipient, subject, body, created_at, next_at)
            values ('taken', 'tally/50@1/0', '', '', '', '', '')
            """);
        var writes = Enumerable.Range(0, 100).Select(number => store.CountAsync($"{number}", new TallyState(), Notice)).ToList();
        for (var number = 0; number < writes.Count; number++)
        {
            var fault = await Record.ExceptionAsync(() => writes[number]);
            Assert.Equal(number == 50 ? typeof(UnstorableException) : null, fault?.GetType());
        }

        Assert.Equal(99, (await store.VerifyAsync()).Head);
        Assert.False((await store.ReadAsync("50")).RecordExists);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Text_that_no_store_can_hold_is_refused_with_nothing_stored(string kind)
    {
        await using var store = await TestStore.CreateAsync(kind);
        foreach (var text in new[] { "a\0b", "\ud800", "\udc00x" })
        {
            await Assert.ThrowsAsync<UnstorableException>(() => store.CountAsync("a", new TallyState(), Notice with { Body = text }));
        }

        await Assert.ThrowsAsync<UnstorableException>(() => store.CountAsync("a\0b", new TallyState()));

        Assert.Equal(0, await store.ScalarAsync<long>("select count(*) from grain_state"));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Any_other_text_is_read_as_it_was_written(string kind)
    {
        await using var store = await TestStore.CreateAsync(kind);
        const string text = "中文 \U0001F600 e\u0301 \u200F\"'\\{}\r\n\t';--";
        var state = new TallyState();
        await store.CountAsync(text, state, Notice with { Body = text });
        Assert.True((await store.ReadAsync(text)).RecordExists);
        Assert.Equal(text, await store.ScalarAsync<string>("select body from outbox"));
        await store.VerifyAsync();
    }

    [Fact]
    public async Task After_a_lost_connection_writes_fail_as_unknown_and_the_next_ones_go_through()
    {
        await using var store = await TestStore.CreateAsync("postgresql");
        var state = new TallyState();
        await store.CountAsync("a", state);
        await using var blocker = await store.Get<IDatabase>().OpenAsync();
        await using var transaction = await store.Get<IDatabase>().BeginReadingAsync(blocker);
        await using var hold = blocker.CreateCommand();
        hold.CommandText = "select seq from feed_head for update";
        await hold.ExecuteScalarAsync();

        var write = store.CountAsync("a", state);
        await BlockedAsync(store);
        await store.ScalarAsync<bool>($"select pg_terminate_backend(pid) {Waiting}");
        await Assert.ThrowsAsync<StoreUnavailableException>(() => write);
        await transaction.RollbackAsync();

        state = await store.ReadAsync("a");
        await store.CountAsync("a", state);
        Assert.Equal("2", state.ETag);
        await store.VerifyAsync();
    }

    /// <summary>Returns once the write waits for the lock.</summary>
    private static async Task BlockedAsync(TestStore store)
    {
        for (var deadline = DateTime.UtcNow.AddSeconds(30); DateTime.UtcNow < deadline;)
        {
            if (await store.ScalarAsync<long>($"select count(*) {Waiting}") > 0)
            {
                return;
            }
        }

        Assert.Fail("The write did not come to wait within 30 s.");
    }
}
