using Dapper;
using SmeOrleans.Silo.Storage;

namespace SmeOrleans.Projection.Tests;

public sealed class Invariance
{
    [Theory]
    [InlineData("UPDATE cases SET state_json = REPLACE(state_json, '輔導計畫', '別的')", "the row in cases is not what its journal adds up to")]
    [InlineData("UPDATE cases SET version = 7", "the row in cases is of another version")]
    [InlineData("DELETE FROM cases", "the row in cases is not what its journal adds up to")]
    [InlineData("INSERT INTO units VALUES ('units/ghost', 1, '{}', '', '', 0, '')", "units has a row, but there is no such grain")]
    [InlineData("UPDATE grain_state SET state = REPLACE(state, 'Submitted', 'Qualified')", "the snapshot is not what its journal adds up to")]
    public async Task What_was_altered_is_found(string alteration, string violation)
    {
        await using var world = await StandingAsync();
        Assert.Empty(await ViolationsAsync(world));

        await AlterAsync(world, alteration);

        Assert.Contains(await ViolationsAsync(world), found => found.EndsWith(violation, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_case_without_its_place_and_a_place_without_its_case_are_found()
    {
        await using var world = await StandingAsync();
        await world.HappenAsync("companies/00000001", new QuotaReleased(Sample.NameOf(1)));
        await world.HappenAsync("companies/00000002", new QuotaReserved(new(Sample.NameOf(9), Sample.Round, 107, Sample.Start, true, QuotaStage.Applied)));
        await world.HappenAsync($"{Sample.Round}/commonProjects/C1", new CaseEnlisted(new(Sample.NameOf(1), "companies/00000001", new(new(1), new(1), new(0)))));

        var violations = await ViolationsAsync(world);

        Assert.Equal(3, violations.Count);
        Assert.Contains($"{Sample.NameOf(1)}: it stands, but companies/00000001 keeps no place for it", violations);
        Assert.Contains($"companies/00000002: keeps a place for {Sample.NameOf(9)}, which does not stand or is another's", violations);
        Assert.Contains($"{Sample.Round}/commonProjects/C1: keeps a place for {Sample.NameOf(1)}, which does not stand or is another's", violations);
    }

    private static async Task<World> StandingAsync()
    {
        var world = await World.OpenAsync("sqlite");
        await Sample.SubmitAsync(world, 1);
        await world.HappenAsync("companies/00000001", new QuotaReserved(new(Sample.NameOf(1), Sample.Round, 107, Sample.Start, true, QuotaStage.Applied)));
        return world;
    }

    private static async Task<IReadOnlyList<string>> ViolationsAsync(World world) => (await world.Get<IInvariants>().CheckAsync(default)).Violations;

    private static async Task AlterAsync(World world, string sql)
    {
        await using var connection = await world.Get<IDatabase>().OpenAsync();
        await connection.ExecuteAsync(sql);
    }
}
