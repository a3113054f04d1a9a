using Google.Protobuf;
using SmeOrleans.Grains.Units;

namespace SmeOrleans.GrpcFrontend.Units;

/// <summary>Guidance units.</summary>
internal sealed class UnitApi(IGrainFactory grains, IUnitList list, TimeProvider clock) : V1.UnitService.UnitServiceBase
{
    public override async Task<V1.Unit> RegisterUnit(V1.RegisterUnitRequest request, ServerCallContext context)
    {
        var check = new ShapeCheck();
        var id = check.RequestId(request.RequestId);
        var name = $"units/{check.PlainId(request.UnitId, "unit_id")}";
        var profile = UnitShape.Of(check, request.Unit);
        check.Finish();
        var answer = await context.Execute(Grain(name), new RegisterUnit(profile), WriteRequest.Of(context, id, request, request.ValidateOnly));
        return UnitMapping.Of(answer.State ?? Unit.Unknown(name) with { Profile = profile }, answer.Version, clock.GetUtcNow());
    }

    public override Task<V1.Unit> ApproveUnit(V1.ApproveUnitRequest request, ServerCallContext context) =>
        Execute(request, request.Name, request.RequestId, request.ValidateOnly, context, _ => new ApproveUnit());

    public override Task<V1.Unit> RecordUnitEligibility(V1.RecordUnitEligibilityRequest request, ServerCallContext context) =>
        Execute(request, request.Name, request.RequestId, request.ValidateOnly, context,
            _ => new RecordUnitEligibility(request.LegallyRegistered, request.FinanceSound));

    public override Task<V1.Unit> RecordMajorAnomaly(V1.RecordMajorAnomalyRequest request, ServerCallContext context) =>
        Execute(request, request.Name, request.RequestId, request.ValidateOnly, context, check => UnitShape.Of(check, request.Anomaly));

    public override async Task<V1.Unit> GetUnit(V1.GetUnitRequest request, ServerCallContext context)
    {
        var check = new ShapeCheck();
        check.Unit(request.Name, "name");
        check.Finish();
        return await Read(request.Name, context);
    }

    public override async Task<V1.ListUnitsResponse> ListUnits(V1.ListUnitsRequest request, ServerCallContext context)
    {
        var check = new ShapeCheck();
        var query = ListShape.Of(check, request.PageSize, 50, 200, request.PageToken, request.Filter);
        check.Finish();
        var page = await list.ListAsync(Visibility.OnlyUnit(context.Caller()), query, context.CancellationToken).OrRefuse();
        var units = await Task.WhenAll(page.Items.Select(name => Read(name, context)));
        return new() { Units = { units }, NextPageToken = page.NextToken ?? "" };
    }

    private async Task<V1.Unit> Execute(
        IMessage request, string name, string requestId, bool validateOnly, ServerCallContext context, Func<ShapeCheck, UnitCommand> command)
    {
        var check = new ShapeCheck();
        var id = check.RequestId(requestId);
        check.Unit(name, "name");
        var wanted = command(check);
        check.Finish();
        var answer = await context.Execute(Grain(name), wanted, WriteRequest.Of(context, id, request, validateOnly));
        return UnitMapping.Of(answer.State!, answer.Version, clock.GetUtcNow());
    }

    private async Task<V1.Unit> Read(string name, ServerCallContext context)
    {
        var found = await context.Read(Grain(name));
        return UnitMapping.Of(found.State, found.Version, clock.GetUtcNow());
    }

    private IUnitGrain Grain(string name) => grains.GetGrain<IUnitGrain>(name);
}
