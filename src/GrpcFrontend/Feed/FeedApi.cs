using SmeOrleans.Grains.Rounds;

namespace SmeOrleans.GrpcFrontend.Feed;

/// <summary>What other programmes may follow.</summary>
internal sealed class FeedApi(IChangeFeed feed, JournalWatch watch, IGrainFactory grains) : V1.FeedService.FeedServiceBase
{
    private const int PageNormal = 100;
    private const int PageMax = 500;

    public override async Task WatchChanges(
        V1.WatchChangesRequest request, IServerStreamWriter<V1.PublishedChange> responseStream, ServerCallContext context)
    {
        var check = new ShapeCheck();
        var round = check.Round(request.Parent, "parent");
        var after = JournalWatch.CursorOf(check, request.Cursor, "cursor");
        check.Finish();
        await context.Read(grains.GetGrain<IRoundGrain>(round));
        await watch.Follow(after, context, async (place, cancellation) =>
        {
            var changes = await feed.ReadAsync(round, place, PageMax, cancellation);
            foreach (var change in changes)
            {
                await responseStream.WriteAsync(Of(change), cancellation);
            }

            return (changes is [.., var last] ? last.Seq : place, changes.Count == PageMax);
        });
    }

    public override async Task<V1.ListChangesResponse> ListChanges(V1.ListChangesRequest request, ServerCallContext context)
    {
        var check = new ShapeCheck();
        var round = check.Round(request.Parent, "parent");
        var size = check.PageSize(request.PageSize, PageNormal, PageMax);
        var after = JournalWatch.CursorOf(check, request.Cursor, "cursor") ?? 0;
        check.Finish();
        await context.Read(grains.GetGrain<IRoundGrain>(round));
        var changes = await feed.ReadAsync(round, after, size, context.CancellationToken);
        // Not the journal's head: it would tell how much happens that is not public.
        return new() { Changes = { changes.Select(Of) }, NextCursor = JournalWatch.Cursor(changes is [.., var last] ? last.Seq : after) };
    }

    private static V1.PublishedChange Of(ChangeRow change) => new()
    {
        Cursor = JournalWatch.Cursor(change.Seq),
        Case = change.Case,
        CaseNumber = change.CaseNumber,
        Company = change.Company,
        CompanyName = change.CompanyName,
        Unit = change.Unit,
        Title = change.Title,
        State = (V1.CaseState)change.State,
        RecordTime = Times.Of(change.At),
    };
}
