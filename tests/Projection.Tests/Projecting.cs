using Dapper;
using SmeOrleans.Silo.Projections;

namespace SmeOrleans.Projection.Tests;

public sealed class Projecting
{
    private const string Fingerprint = "SELECT COUNT(*) || ' ' || SUM(version) || ' ' || MAX(state_json) FROM cases";

    [Theory, ClassData(typeof(Stores))]
    public async Task A_list_contains_what_was_acknowledged_before_the_call(string store)
    {
        await using var world = await World.OpenAsync(store);
        for (var number = 1; number <= 5; number++)
        {
            await Sample.SubmitAsync(world, number);
            var read = await world.Get<ICaseList>().ListAsync(Sample.Round, CaseScope.All, new(50, null, "", ""), default);
            Assert.Equal(number, read.Value!.Total);
        }
    }

    [Theory, ClassData(typeof(Stores))]
    public async Task A_row_is_the_case_as_it_stands(string store)
    {
        await using var world = await World.OpenAsync(store);
        await Sample.SubmitAsync(world, 1);
        await world.HappenAsync(Sample.NameOf(1), new CaseReturned(Sample.Start.AddDays(3),
            [new("company.not_sme", true, ImmutableSortedDictionary<string, string>.Empty)]));

        var row = Assert.Single((await world.Get<ICaseList>().ListAsync(Sample.Round, CaseScope.All, new(50, null, "", ""), default)).Value!.Items);

        Assert.Equal(
            new(Sample.NameOf(1), "107-000001", CaseState.Returned, Sample.Round, "units/U1", Sample.Draft(1).Application, 2,
                Sample.Start.AddMinutes(1), "COMPANY_NOT_SME", Sample.Start.AddDays(3), Sample.Start), row);
    }

    [Theory, ClassData(typeof(Stores))]
    public async Task Rebuilding_gives_the_same_rows(string store)
    {
        await using var world = await WithCasesAsync(store, 30);
        var control = world.Get<IProjectionControl>();
        await control.CatchUpAsync(default);
        var before = await world.ScalarAsync<string>(Fingerprint);
        await using (var connection = await world.Get<Silo.Storage.IDatabase>().OpenAsync())
        {
            await connection.ExecuteAsync("DELETE FROM cases WHERE name LIKE '%3'");
        }

        Assert.Equal(60, await control.RebuildAsync(default));

        Assert.Equal(before, await world.ScalarAsync<string>(Fingerprint));
        Assert.Equal(60, await control.ProjectedHeadAsync(default));
    }

    [Theory, ClassData(typeof(Stores))]
    public async Task A_projection_of_another_shape_is_made_anew(string store)
    {
        await using var world = await WithCasesAsync(store, 3);
        await world.Get<IProjectionControl>().CatchUpAsync(default);
        await using (var connection = await world.Get<Silo.Storage.IDatabase>().OpenAsync())
        {
            await connection.ExecuteAsync("UPDATE projection_checkpoint SET shape = 'older'; ALTER TABLE cases DROP COLUMN title");
        }

        await using var next = world.Beside();
        var read = await next.Get<ICaseList>().ListAsync(Sample.Round, CaseScope.All, new(50, null, "title:輔導", ""), default);

        Assert.Equal(3, read.Value!.Total);
    }

    [Fact]
    public async Task Projectors_of_several_processes_fold_every_entry_once()
    {
        await using var world = await WithCasesAsync("postgresql", 200);
        await using var second = world.Beside();
        await using var third = world.Beside();

        await Task.WhenAll(new[] { world, second, third }.Select(one => one.Get<IProjectionControl>().CatchUpAsync(default)));

        Assert.Equal(400, await world.ScalarAsync<long>("SELECT COUNT(*) FROM case_happenings"));
        Assert.Equal(400, await world.Get<IProjectionControl>().ProjectedHeadAsync(default));

        // The sample has no companies to keep places; rows must still be what their journals add up to.
        var violations = (await world.Get<IInvariants>().CheckAsync(default)).Violations;
        Assert.DoesNotContain(violations, violation => !violation.EndsWith("keeps no place for it", StringComparison.Ordinal));
    }

    [Theory, ClassData(typeof(Stores))]
    public async Task A_batch_that_fails_leaves_no_trace(string store)
    {
        await using var world = await WithCasesAsync(store, 3);
        var projector = world.Get<Projector>();
        await projector.ProjectedHeadAsync(default);
        await using (var connection = await world.Get<Silo.Storage.IDatabase>().OpenAsync())
        {
            await connection.ExecuteAsync("ALTER TABLE case_happenings RENAME TO away");
            await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => projector.StepAsync(default));
            Assert.Equal(0, await world.ScalarAsync<long>("SELECT COUNT(*) FROM cases"));
            await connection.ExecuteAsync("ALTER TABLE away RENAME TO case_happenings");
        }

        Assert.Equal(6, await projector.StepAsync(default));
        Assert.Equal(3, await world.ScalarAsync<long>("SELECT COUNT(*) FROM cases"));
    }

    [Theory, ClassData(typeof(Stores))]
    public async Task The_feed_tells_unit_and_state_after_each_event_and_resumes(string store)
    {
        await using var world = await World.OpenAsync(store);
        await Sample.SubmitAsync(world, 1);
        await world.HappenAsync("units/U9", new UnitApproved());
        await Sample.SubmitAsync(world, 2);
        await world.HappenAsync(Sample.NameOf(1), new ScreeningBegun(Sample.Start));
        var feed = world.Get<ICaseFeed>();

        var first = await feed.ReadAsync(Sample.Round, CaseScope.All, 0, 3, default);
        var rest = await feed.ReadAsync(Sample.Round, CaseScope.All, first[^1].Seq, 100, default);
        var one = await feed.ReadCaseAsync(Sample.NameOf(1), 0, 100, default);

        Assert.Equal([(1, CaseState.Draft), (2, CaseState.Submitted), (4, CaseState.Draft)], first.Select(it => (it.Seq, it.State)));
        Assert.Equal([(5, CaseState.Submitted), (6, CaseState.Screening)], rest.Select(it => (it.Seq, it.State)));
        Assert.Equal(["DraftSaved", "SubmissionReceived", "ScreeningBegun"], one.Select(it => it.Type));
        Assert.All(one, it => Assert.Equal(("units/U1", "office:tester"), (it.Unit, it.Actor)));
        Assert.Empty(await feed.ReadAsync("rounds/10", CaseScope.All, 0, 100, default));
        Assert.Equal(6, await feed.HeadAsync(default));
    }

    private static async Task<World> WithCasesAsync(string store, int count)
    {
        var world = await World.OpenAsync(store);
        await Task.WhenAll(Enumerable.Range(1, count).Select(number => Sample.SubmitAsync(world, number)));
        return world;
    }
}
