using System.Data.Common;
using SmeOrleans.Silo.Storage;
using SmeOrleans.StorageRacer;

namespace SmeOrleans.Silo.Tests.Storage;

/// <summary>S19: the database refuses to change the journal, and whoever gets around that is found out.</summary>
public sealed class Tampering
{
    /// <summary>Statement, and what the verifier must say of it.</summary>
    public static TheoryData<string, string, string> Alterations
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            foreach (var (sql, finding) in (IEnumerable<(string, string)>)
            [
                ("update journal set payload = '{\"Count\":9}' where version = 2", "a: version 2 row 0 was altered"),
                ("update journal set actor = 'nobody' where version = 1", "a: version 1 row 0 was altered"),
                ("update journal set at = '2018-03-01T09:00:00.0000001Z' where version = 3", "a: version 3 row 0 was altered"),
                ("update journal set hash = prev_hash where version = 3", "a: version 3 row 0 was altered"),
                ("update journal set version = 4 where version = 3", "a: found version 4 row 0 where version 3 row 0 belongs"),
                ("update journal set seq = 9 where version = 3", "feed: 3 entries from 1 to 9, but 3 were numbered"),
                ("delete from journal where version = 2", "a: found version 3 row 0 where version 2 row 0 belongs"),
                ("delete from journal where version = 3", "a: the journal ends at version 2, the snapshot is of version 3"),
                ("delete from journal", "a: the journal has no row for the snapshot's version and hash"),
                ("update grain_state set state = replace(state, '3', '4')", "a: the snapshot was altered"),
                ("update grain_state set version = 4", "a: the journal ends at version 3, the snapshot is of version 4"),
                ("update grain_state set chain = ''", "a: the journal ends at version 3, the snapshot is of version 3 with another hash"),
                ("delete from grain_state", "a: the journal ends at version 3, the snapshot is of version none"),
            ])
            {
                data.Add("sqlite", sql, finding);
                data.Add("postgresql", sql, finding);
            }

            return data;
        }
    }

    [Theory]
    [InlineData("sqlite", "update journal set actor = 'nobody'")]
    [InlineData("sqlite", "delete from journal where version = 2")]
    [InlineData("postgresql", "update journal set actor = 'nobody'")]
    [InlineData("postgresql", "delete from journal where version = 2")]
    [InlineData("postgresql", "truncate journal")]
    public async Task The_journal_refuses_to_be_changed(string kind, string sql)
    {
        await using var store = await WrittenAsync(kind);
        var fault = await Assert.ThrowsAnyAsync<DbException>(() => store.ExecuteAsync(sql));
        Assert.Contains("the journal is append-only", fault.Message);
        await store.VerifyAsync();
    }

    [Theory, MemberData(nameof(Alterations))]
    public async Task An_alteration_is_found(string kind, string sql, string finding)
    {
        await using var store = await WrittenAsync(kind);
        await store.VerifyAsync();
        await store.ExecuteAsync(kind == "sqlite"
            ? "drop trigger journal_no_update; drop trigger journal_no_delete"
            : "drop trigger journal_no_change on journal");
        Assert.True(await store.ExecuteAsync(sql) > 0);

        var report = await store.Get<ChainVerifier>().VerifyAsync();
        Assert.False(report.IsIntact);
        Assert.Contains(finding, report.Violations);
    }

    private static async Task<TestStore> WrittenAsync(string kind)
    {
        var store = await TestStore.CreateAsync(kind);
        var state = new TallyState();
        for (var version = 1; version <= 3; version++)
        {
            await store.CountAsync("a", state);
        }

        return store;
    }
}
