namespace SmeOrleans.Projection.Tests;

public sealed class Pages
{
    [Theory, ClassData(typeof(Stores))]
    public async Task Pages_show_every_case_once_whatever_comes_and_goes_meanwhile(string store)
    {
        await using var world = await WithCasesAsync(store, 25);
        var seen = new List<string>();
        var query = new ListQuery(10, null, "state = SUBMITTED", "case_number desc");
        do
        {
            var page = (await ListAsync(world, query)).Value!;
            seen.AddRange(page.Items.Select(row => row.Name));
            query = query with { PageToken = page.NextToken };
            if (seen.Count == 10)
            {
                await world.HappenAsync(Sample.NameOf(20), new CaseWithdrawn(Sample.Start, ""));
                await Sample.SubmitAsync(world, 99);
            }
        }
        while (query.PageToken is not null);

        Assert.Equal(Enumerable.Range(1, 25).Reverse().Select(Sample.NameOf), seen);
    }

    [Theory, ClassData(typeof(Stores))]
    public async Task Cases_with_the_same_value_are_ordered_by_name(string store)
    {
        await using var world = await WithCasesAsync(store, 5);

        var first = (await ListAsync(world, new(3, null, "", "government_ntd"))).Value!;
        var second = (await ListAsync(world, new(3, first.NextToken, "", "government_ntd"))).Value!;

        Assert.Equal([1, 2, 3, 4, 5], first.Items.Concat(second.Items).Select(row => int.Parse(row.CaseNumber[^3..])));
        Assert.Equal(5, first.Total);
        Assert.Null(second.NextToken);
    }

    [Theory]
    [InlineData("state = DRAFT", "submit_time", null)]
    [InlineData("", "title", null)]
    [InlineData("", "submit_time", "units/U1")]
    public async Task A_token_of_another_query_is_refused(string filter, string order, string? unit)
    {
        await using var world = await WithCasesAsync("sqlite", 3);
        var token = (await ListAsync(world, new(1, null, "", "submit_time"))).Value!.NextToken;

        var read = await world.Get<ICaseList>().ListAsync(Sample.Round, unit is null ? CaseScope.All : CaseScope.OfUnit(unit), new(1, token, filter, order), default);

        Assert.Equal("page_token", Assert.Single(read.Refusal!.Fields).Path);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("!!!")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_made_up_token_is_refused(string token)
    {
        await using var world = await WithCasesAsync("sqlite", 1);

        Assert.Equal("page_token", Assert.Single((await ListAsync(world, new(1, token, "", ""))).Refusal!.Fields).Path);
    }

    [Theory]
    [InlineData("colour")]
    [InlineData("title down")]
    [InlineData("title, state")]
    [InlineData("title; DROP TABLE cases")]
    public async Task An_order_that_is_not_on_the_list_is_refused(string order)
    {
        await using var world = await WithCasesAsync("sqlite", 1);

        Assert.Equal("order_by", Assert.Single((await ListAsync(world, new(1, null, "", order))).Refusal!.Fields).Path);
    }

    [Theory, ClassData(typeof(Stores))]
    public async Task Units_rounds_projects_and_attempts_are_listed_too(string store)
    {
        await using var world = await World.OpenAsync(store);
        await Sample.RoundAsync(world);
        await world.HappenAsync("rounds/108", new RoundCreated(Sample.RoundState with { Name = "rounds/108", OpensAt = Sample.Start.AddYears(1), ClosesAt = Sample.Start.AddYears(2) }));
        await world.HappenAsync("units/U1", new UnitRegistered(new("甲", UnitKind.School, "", "", "", true)));
        await world.HappenAsync("units/U2", new UnitRegistered(new("乙", UnitKind.Service, "", "", "", true)), new UnitApproved());
        await world.HappenAsync("units/U3", new UnitRegistered(new("丙", UnitKind.Service, "", "", "", true)), new UnitApproved(),
            new MajorAnomalyRecorded(new(1, "", DateTimeOffset.UtcNow)), new MajorAnomalyRecorded(new(2, "", DateTimeOffset.UtcNow)));
        await world.HappenAsync($"{Sample.Round}/commonProjects/C1", new CommonProjectDeclared(
            new("units/U2", Sample.Round, "metal", "digital", "", "", 6, 50, new(new(1), new(1), new(0)))));
        await world.Get<IAttempts>().RecordAsync(new(Sample.Start, "Submit", "rounds/107", "unit:a", "", "FAILED_PRECONDITION", "WINDOW_CLOSED"), default);
        await world.Get<IAttempts>().RecordAsync(new(Sample.Start.AddDays(1), "Submit", "rounds/107", "unit:b", "", "UNAVAILABLE", ""), default);

        var all = new ListQuery(50, null, "", "");
        Assert.Equal(["rounds/108", "rounds/107"], (await world.Get<IRoundList>().ListAsync(all, default)).Value!.Items);
        Assert.Equal(["units/U1"], (await world.Get<IUnitList>().ListAsync(null, all with { Filter = "state = PENDING" }, default)).Value!.Items);
        Assert.Equal(["units/U2"], (await world.Get<IUnitList>().ListAsync(null, all with { Filter = "state = APPROVED kind = SERVICE" }, default)).Value!.Items);
        Assert.Equal(["units/U3"], (await world.Get<IUnitList>().ListAsync(null, all with { Filter = "state = SUSPENDED" }, default)).Value!.Items);
        Assert.Equal(["units/U2"], (await world.Get<IUnitList>().ListAsync("units/U2", all, default)).Value!.Items);
        Assert.Single((await world.Get<ICommonProjectList>().ListAsync(Sample.Round, "units/U2", all, default)).Value!.Items);
        Assert.Empty((await world.Get<ICommonProjectList>().ListAsync(Sample.Round, "units/U1", all, default)).Value!.Items);
        Assert.Equal(["unit:b", "unit:a"], (await world.Get<IAttempts>().ListAsync(all, default)).Value!.Items.Select(row => row.Subject));
        Assert.Equal(["unit:a"], (await world.Get<IAttempts>().ListAsync(all with { Filter = "reason = WINDOW_CLOSED attempt_time < 2018-02-14" }, default)).Value!.Items.Select(row => row.Subject));
    }

    private static async Task<World> WithCasesAsync(string store, int count)
    {
        var world = await World.OpenAsync(store);
        await Sample.RoundAsync(world);
        await Task.WhenAll(Enumerable.Range(1, count).Select(number => Sample.SubmitAsync(world, number)));
        return world;
    }

    private static Task<Read<Page<CaseRow>>> ListAsync(World world, ListQuery query) => world.Get<ICaseList>().ListAsync(Sample.Round, CaseScope.All, query, default);
}
