using SmeOrleans.Grains.Cases;
using SmeOrleans.Grains.Rounds;
using SmeOrleans.Grains.Units;

namespace SmeOrleans.GrpcFrontend.Rounds;

/// <summary>Rounds of intake.</summary>
internal sealed class RoundApi(IGrainFactory grains, IRoundList list, AffectedAttempts affected) : V1.RoundService.RoundServiceBase
{
    public override async Task<V1.Round> CreateRound(V1.CreateRoundRequest request, ServerCallContext context)
    {
        var check = new ShapeCheck();
        var id = check.RequestId(request.RequestId);
        check.Require(ResourceNames.IsRoundId(request.RoundId), "round_id", "must be 1 to 32 of a-z, 0-9 and -");
        var round = RoundShape.Of(check, request.Round, $"rounds/{request.RoundId}");
        check.Finish();
        var answer = await context.Execute(Grain(round.Name), new CreateRound(round), WriteRequest.Of(context, id, request, request.ValidateOnly));
        return RoundMapping.Of(answer.State ?? round, answer.Version, context.Caller());
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
        return RoundMapping.Of(answer.State!, answer.Version, context.Caller());
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
        return RoundMapping.Of(answer.State!, answer.Version, context.Caller());
    }

    public override async Task<V1.Round> GrantException(V1.GrantExceptionRequest request, ServerCallContext context)
    {
        var check = new ShapeCheck();
        var id = check.RequestId(request.RequestId);
        check.Round(request.Name, "name");
        check.Require(ResourceNames.IsUnit(request.Beneficiary) || ResourceNames.IsCase(request.Beneficiary), "beneficiary", "must be a unit or a case of this round");
        var until = check.Time(request.ExpireTime, "expire_time");
        var reason = check.Text(request.Reason, "reason", 500, required: true, lines: true);
        check.Finish();
        var unit = await UnitOf(request.Beneficiary, context);
        var command = new GrantException(request.Beneficiary, unit, until, reason, context.Caller().ToString());
        var answer = await context.Execute(Grain(request.Name), command, WriteRequest.Of(context, id, request, request.ValidateOnly));
        return RoundMapping.Of(answer.State!, answer.Version, context.Caller());
    }

    public override async Task<V1.ListAffectedResponse> ListAffected(V1.ListAffectedRequest request, ServerCallContext context)
    {
        var check = new ShapeCheck();
        var round = check.Round(request.Parent, "parent");
        var (from, to) = (check.Time(request.FromTime, "from_time"), check.Time(request.ToTime, "to_time"));
        check.Require(from <= to, "to_time", "must not be before from_time");
        var query = ListShape.Of(check, request.PageSize, 50, 200, request.PageToken);
        check.Finish();
        await context.Read(Grain(round));
        return await affected.ListAsync(round, from, to, query, context.CancellationToken);
    }

    // An exception for someone who is not there would let nobody in, and nobody would notice.
    private async Task<string> UnitOf(string beneficiary, ServerCallContext context) => ResourceNames.IsCase(beneficiary)
        ? (await context.Read(grains.GetGrain<ICaseGrain>(beneficiary))).State.Unit
        : (await context.Read(grains.GetGrain<IUnitGrain>(beneficiary))).State.Name;

    private async Task<V1.Round> Read(string name, ServerCallContext context)
    {
        var found = await context.Read(Grain(name));
        return RoundMapping.Of(found.State, found.Version, context.Caller());
    }

    private IRoundGrain Grain(string name) => grains.GetGrain<IRoundGrain>(name);
}
