using SmeOrleans.Grains.Rounds;

namespace SmeOrleans.GrpcFrontend.Rounds;

/// <summary>Rounds of intake.</summary>
internal sealed class RoundApi(IGrainFactory grains, IRoundList list) : V1.RoundService.RoundServiceBase
{
    public override async Task<V1.Round> CreateRound(V1.CreateRoundRequest request, ServerCallContext context)
    {
        var check = new ShapeCheck();
        var id = check.RequestId(request.RequestId);
        check.Require(ResourceNames.IsRoundId(request.RoundId), "round_id", "must be 1 to 32 of a-z, 0-9 and -");
        var round = RoundShape.Of(check, request.Round, $"rounds/{request.RoundId}");
        check.Finish();
        var answer = await context.Execute(Grain(round.Name), new CreateRound(round), WriteRequest.Of(context, id, request, request.ValidateOnly));
        return RoundMapping.Of(answer.State ?? round, answer.Version);
    }

    public override async Task<V1.Round> GetRound(V1.GetRoundRequest request, ServerCallContext context)
    {
        var check = new ShapeCheck();
        check.Round(request.Name, "name");
        check.Finish();
        return await Read(request.Name, context);
    }

    public override async Task<V1.ListRoundsResponse> ListRounds(V1.ListRoundsRequest request, ServerCallContext context)
    {
        var check = new ShapeCheck();
        var query = ListShape.Of(check, request.PageSize, 50, 200, request.PageToken);
        check.Finish();
        var page = await list.ListAsync(query, context.CancellationToken).OrRefuse();
        var rounds = await Task.WhenAll(page.Items.Select(name => Read(name, context)));
        return new() { Rounds = { rounds }, NextPageToken = page.NextToken ?? "" };
    }

    public override async Task<V1.Round> UpdateRound(V1.UpdateRoundRequest request, ServerCallContext context)
    {
        var check = new ShapeCheck();
        var id = check.RequestId(request.RequestId);
        var wanted = request.Round ?? new();
        var name = check.Round(wanted.Name, "round.name");
        var version = check.Version(wanted.Etag, "round.etag");
        check.Mask(request.UpdateMask, RoundShape.Changeable);
        check.Finish();
        var merged = Masks.Merged(request.UpdateMask, await Read(name, context), wanted);
        var round = RoundShape.Of(check, merged, name);
        check.Finish();
        var answer = await context.Execute(Grain(name), new UpdateRound(round, version), WriteRequest.Of(context, id, request, request.ValidateOnly));
        return RoundMapping.Of(answer.State!, answer.Version);
    }

    public override async Task<V1.Round> ExtendRoundWindow(V1.ExtendRoundWindowRequest request, ServerCallContext context)
    {
        var check = new ShapeCheck();
        var id = check.RequestId(request.RequestId);
        check.Round(request.Name, "name");
        var command = new ExtendWindow(
            check.Time(request.CloseTime, "close_time"), check.Text(request.Reason, "reason", 500, required: true, lines: true));
        check.Finish();
        var answer = await context.Execute(Grain(request.Name), command, WriteRequest.Of(context, id, request, request.ValidateOnly));
        return RoundMapping.Of(answer.State!, answer.Version);
    }

    private async Task<V1.Round> Read(string name, ServerCallContext context)
    {
        var found = await context.Read(Grain(name));
        return RoundMapping.Of(found.State, found.Version);
    }

    private IRoundGrain Grain(string name) => grains.GetGrain<IRoundGrain>(name);
}
