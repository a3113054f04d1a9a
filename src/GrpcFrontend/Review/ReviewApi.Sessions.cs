using SmeOrleans.Grains.Rounds;

namespace SmeOrleans.GrpcFrontend.Review;

// Sessions: when they are held, and what is on the agenda.
internal sealed partial class ReviewApi
{
    public override Task<V1.Session> ScheduleSession(V1.ScheduleSessionRequest request, ServerCallContext context) =>
        Execute(request, $"{request.Parent}/sessions/{request.SessionId}", request.RequestId, request.ValidateOnly, context,
            check => SessionShape.Of(check, request));

    public override Task<V1.Session> AddToAgenda(V1.AddToAgendaRequest request, ServerCallContext context) =>
        Execute(request, request.Name, request.RequestId, request.ValidateOnly, context, check => SessionShape.Of(check, request));

    public override Task<V1.Session> RemoveFromAgenda(V1.RemoveFromAgendaRequest request, ServerCallContext context) =>
        Execute(request, request.Name, request.RequestId, request.ValidateOnly, context,
            check => new RemoveFromAgenda(check.Item(request.Item, "item")));

    public override Task<V1.Session> CloseSession(V1.CloseSessionRequest request, ServerCallContext context) =>
        Execute(request, request.Name, request.RequestId, request.ValidateOnly, context, _ => new CloseSession());

    public override async Task<V1.Session> GetSession(V1.GetSessionRequest request, ServerCallContext context)
    {
        var check = new ShapeCheck();
        check.Session(request.Name, "name");
        check.Finish();
        var found = await context.Read(Session(request.Name));
        return SessionMapping.Whole(found.State, found.Version, context.Caller());
    }

    public override async Task<V1.ListSessionsResponse> ListSessions(V1.ListSessionsRequest request, ServerCallContext context)
    {
        var check = new ShapeCheck();
        var round = check.Round(request.Parent, "parent");
        var query = ListShape.Of(check, request.PageSize, PageNormal, PageMax, request.PageToken);
        check.Finish();
        await context.Read(grains.GetGrain<IRoundGrain>(round));
        var page = await sessions.ListAsync(round, Visibility.OnlyMember(context.Caller()), query, context.CancellationToken).OrRefuse();
        var found = await Task.WhenAll(page.Items.Select(name => context.Read(Session(name))));
        return new()
        {
            Sessions = { found.Select(one => SessionMapping.Brief(one.State, one.Version)) },
            NextPageToken = page.NextToken ?? "",
        };
    }
}
