using SmeOrleans.Domain.Refusals;

namespace SmeOrleans.Projection.Tests;

public sealed class Filters
{
    [Theory, ClassData(typeof(Stores))]
    public async Task A_filter_finds_what_it_says(string store)
    {
        await using var world = await WithCasesAsync(store);

        await FindsAsync(world, "", 1, 2, 3, 4, 5);
        await FindsAsync(world, "state = DRAFT", 5);
        await FindsAsync(world, "state = submitted AND group = design", 2);
        await FindsAsync(world, "group = design OR unit_kind = SERVICE state = SUBMITTED", 2);
        await FindsAsync(world, "NOT group = design state != DRAFT", 1, 3, 4);
        await FindsAsync(world, "-(group = design OR group = metal)");
        await FindsAsync(world, "state = RETURNED", 3);
        await FindsAsync(world, "return_reason = COMPANY_NOT_SME", 3);
        await FindsAsync(world, "return_reason : \"not_sme\"", 3);
        await FindsAsync(world, "return_reason:*", 3);
        await FindsAsync(world, "title:\"100%\"", 4);
        await FindsAsync(world, "title : 'WEB app'", 2);
        await FindsAsync(world, "title = \"Web App \\\"一號\\\"\"", 2);
        await FindsAsync(world, "county = 台北市 AND total_ntd >= 250002 AND total_ntd < 250004", 2, 3);
        await FindsAsync(world, "submit_time <= 2018-02-13T09:02:00+08:00", 1, 2);
        await FindsAsync(world, "submit_time <= \"2018-02-13T01:02:00Z\"", 1, 2);
        await FindsAsync(world, "submit_time < 2018-02-14", 1, 2, 3, 4);
        await FindsAsync(world, "unit = U1", 1, 4);
        await FindsAsync(world, "unit = units/U1 female_principal_investigator = true", 4);
        await FindsAsync(world, "case_number = 107-000003", 3);
        await FindsAsync(world, "government_ntd = -5");
    }

    [Theory]
    [InlineData("colour = red", 1)]
    [InlineData("state = PURPLE", 9)]
    [InlineData("state < DRAFT", 7)]
    [InlineData("state =", 8)]
    [InlineData("state", 6)]
    [InlineData("= DRAFT", 1)]
    [InlineData("(state = DRAFT", 1)]
    [InlineData("state = DRAFT)", 14)]
    [InlineData("title = \"open", 9)]
    [InlineData("title = 𠀀 AND colour = red", 15)]
    [InlineData("total_ntd = many", 13)]
    [InlineData("submit_time > yesterday", 15)]
    [InlineData("state = AND", 9)]
    [InlineData("title = a; DROP TABLE cases", 10)]
    public void A_mistake_is_told_with_its_place(string filter, int position)
    {
        var (condition, refusal) = Read(filter);

        Assert.Null(condition);
        var field = Assert.Single(refusal!.Fields);
        Assert.Equal("filter", field.Path);
        Assert.StartsWith($"at position {position}: ", field.Description);
    }

    [Fact]
    public void Length_depth_and_number_of_restrictions_are_limited()
    {
        Assert.NotNull(Read($"title = \"{new string('字', 1_990)}\"").Condition);
        Assert.NotNull(Read($"title = \"{new string('字', 1_991)}\"").Refusal);
        Assert.NotNull(Read($"{new string('(', 19)}state = DRAFT{new string(')', 19)}").Condition);
        Assert.NotNull(Read($"{new string('(', 20)}state = DRAFT{new string(')', 20)}").Refusal);
        Assert.NotNull(Read(string.Join(' ', Enumerable.Repeat("unit = a", 100))).Condition);
        Assert.NotNull(Read(string.Join(' ', Enumerable.Repeat("unit = a", 101))).Refusal);
    }

    [Theory, ClassData(typeof(Stores))]
    public async Task No_value_ever_becomes_sql(string store)
    {
        await using var world = await WithCasesAsync(store);
        string[] attacks = ["' OR 1=1 --", "\\' OR ''='", "x'); DROP TABLE cases; --", "@round", "%", "_", "\\\\", "$1", "\u0000"];

        foreach (var attack in attacks)
        {
            var quoted = attack.Replace("\\", "\\\\").Replace("\"", "\\\"");
            Assert.Empty((await ListAsync(world, $"title = \"{quoted}\" state = SCREENING")).Value?.Items ?? []);
            Assert.Empty((await ListAsync(world, $"unit : \"{quoted}\" state = SCREENING")).Value?.Items ?? []);
            Assert.DoesNotContain(attack, Read($"title = \"{quoted}\"").Condition?.Sql.Replace("@f0", "") ?? "");
        }

        await FindsAsync(world, "", 1, 2, 3, 4, 5);
    }

    [Theory, ClassData(typeof(Stores))]
    public async Task A_filter_cannot_reach_beyond_round_or_unit(string store)
    {
        await using var world = await WithCasesAsync(store);

        var mine = await world.Get<ICaseList>().ListAsync(Sample.Round, CaseScope.OfUnit("units/U1"), new(50, null, "unit = U2 OR unit = U1 OR state = SUBMITTED", ""), default);
        var other = await world.Get<ICaseList>().ListAsync("rounds/108", CaseScope.All, new(50, null, "state:*", ""), default);

        Assert.Equal([Sample.NameOf(1), Sample.NameOf(4)], mine.Value!.Items.Select(row => row.Name));
        Assert.Empty(other.Value!.Items);
    }

    private static (Silo.Lists.Filters.SqlCondition? Condition, Rejection? Refusal) Read(string filter) =>
        Silo.Lists.Filters.Filter.Read(filter, Silo.Lists.CaseFields.All);

    private static async Task<World> WithCasesAsync(string store)
    {
        var world = await World.OpenAsync(store);
        await Sample.RoundAsync(world);
        await Sample.SubmitAsync(world, 1);
        await Sample.SubmitAsync(world, 2, "design", "Web App \"一號\"");
        await Sample.SubmitAsync(world, 3);
        await Sample.SubmitAsync(world, 4, title: "100% 自動化");
        await world.HappenAsync(Sample.NameOf(5), Sample.Draft(5));
        await world.HappenAsync(Sample.NameOf(3), new ScreeningBegun(Sample.Start), new CaseReturned(Sample.Start,
            [new("duplicate.unknown", false, ImmutableSortedDictionary<string, string>.Empty), new("company.not_sme", true, ImmutableSortedDictionary<string, string>.Empty)]));
        return world;
    }

    private static Task<Read<Page<CaseRow>>> ListAsync(World world, string filter) =>
        world.Get<ICaseList>().ListAsync(Sample.Round, CaseScope.All, new(50, null, filter, ""), default);

    private static async Task FindsAsync(World world, string filter, params int[] numbers)
    {
        var read = await ListAsync(world, filter);
        Assert.Empty(read.Refusal?.Fields ?? []);
        Assert.Equal(numbers.Select(Sample.NameOf), read.Value!.Items.Select(row => row.Name).Order(StringComparer.Ordinal));
        Assert.Equal(numbers.Length, read.Value.Total);
    }
}
