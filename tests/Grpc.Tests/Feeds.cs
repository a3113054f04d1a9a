using SmeOrleans.Grpc.Tests.Served;

namespace SmeOrleans.Grpc.Tests;

/// <summary>What partners follow: only what is public, in order, and again from any cursor.</summary>
[Collection(ServedCollection.Name)]
public sealed class Feeds(Service service)
{
    private readonly LifeDesk _desk = new(service);

    [Fact]
    public async Task Then_nothing_is_told_before_the_publication_and_every_public_turn_after_it()
    {
        var round = (await _desk.RoundAsync()).Name;
        var cases = await _desk.QualifiedAsync(round, 2);
        Assert.Empty((await _desk.Partner.ListChangesAsync(new() { Parent = round })).Changes);
        await _desk.PublishAsync(round);
        await _desk.ContractedAsync(cases[0]);
        await _desk.OfficePayments.PayInstalmentAsync(new() { Name = cases[0], Number = 1, RequestId = Programme.NewId() });
        await _desk.OfficeAnomalies.OrderCorrectionAsync(new() { Name = cases[0], Grounds = "進度落後", RequestId = Programme.NewId() });
        await _desk.OfficeAnomalies.DiscontinueCaseAsync(new() { Name = cases[0], Reason = "歇業", RequestId = Programme.NewId() });

        var all = (await _desk.Partner.ListChangesAsync(new() { Parent = round })).Changes;
        Assert.Equal([V1.CaseState.Approved, V1.CaseState.Executing, V1.CaseState.Discontinued],
            all.Where(change => change.Case == cases[0]).Select(change => change.State));
        Assert.Equal([V1.CaseState.Approved], all.Where(change => change.Case == cases[1]).Select(change => change.State));
        Assert.All(all, change => Assert.Equal(("範例業者", Programme.Own), (change.CompanyName, change.Unit)));
        Assert.Equal(all, await PagesAsync(round));
        Assert.Equal(all.Skip(1), await WatchedAsync(round, all[0].Cursor, all.Count - 1));
        Assert.Equal(all, await WatchedAsync(round, "0", all.Count));
    }

    [Fact]
    public async Task When_the_lists_are_made_anew_Then_a_cursor_still_holds()
    {
        var round = (await _desk.RoundAsync()).Name;
        await _desk.QualifiedAsync(round, 2);
        await _desk.PublishAsync(round);
        var before = await _desk.Partner.ListChangesAsync(new() { Parent = round, PageSize = 1 });
        var rest = await _desk.Partner.ListChangesAsync(new() { Parent = round, Cursor = before.NextCursor });
        await new V1.OperationsService.OperationsServiceClient(service.As(Role.Operator)).RebuildProjectionsAsync(new());
        Assert.Equal(rest, await _desk.Partner.ListChangesAsync(new() { Parent = round, Cursor = before.NextCursor }));
    }

    [Fact]
    public async Task Then_a_unit_may_not_follow() => await Refused.With(
        StatusCode.PermissionDenied,
        new V1.FeedService.FeedServiceClient(service.As(Role.Unit, Programme.Own)).ListChangesAsync(new() { Parent = Programme.Round }));

    private async Task<List<V1.PublishedChange>> PagesAsync(string round)
    {
        var found = new List<V1.PublishedChange>();
        var cursor = "";
        while (await _desk.Partner.ListChangesAsync(new() { Parent = round, PageSize = 1, Cursor = cursor }) is { Changes.Count: > 0 } page)
        {
            found.AddRange(page.Changes);
            cursor = page.NextCursor;
        }

        return found;
    }

    private async Task<List<V1.PublishedChange>> WatchedAsync(string round, string cursor, int count)
    {
        using var watch = _desk.Partner.WatchChanges(new() { Parent = round, Cursor = cursor });
        var found = new List<V1.PublishedChange>();
        while (found.Count < count && await watch.ResponseStream.MoveNext(CancellationToken.None))
        {
            found.Add(watch.ResponseStream.Current);
        }

        return found;
    }
}
