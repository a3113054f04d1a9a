using Orleans.Storage;
using SmeOrleans.Grains.Journaling;
using SmeOrleans.Silo.Storage;
using SmeOrleans.StorageRacer;

namespace SmeOrleans.Silo.Tests.Storage;

/// <summary>Notices are stored with the write that causes them, or not at all.</summary>
public sealed class Outbox
{
    public static TheoryData<string> Kinds => TestStore.Kinds;

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_write_that_wins_stores_its_notices_and_one_that_loses_does_not(string kind)
    {
        await using var store = await TestStore.CreateAsync(kind);
        var notices = new[] { new Notice("a@example.org", "一", "甲"), new Notice("b@example.org", "二", "乙") };
        await store.CountAsync("a", new TallyState(), notices);
        await Assert.ThrowsAsync<InconsistentStateException>(() => store.CountAsync("a", new TallyState(), notices));

        Assert.Equal(2, await store.ScalarAsync<long>("select count(*) from outbox"));
        var due = UtcText.Of(TestStore.Now);
        Assert.Equal(
            1,
            await store.ScalarAsync<long>(
                """
                select count(*) from outbox where dedupe_key = 'tally/a@1/1' and recipient = 'b@example.org' and subject = '二' and body = '乙'
                  and attempts = 0 and sent_at is null and created_at = @due and next_at = @due
                """,
                new { due }));
    }
}
