using SmeOrleans.Grains.Rounds;

namespace SmeOrleans.GrpcFrontend.Review;

// Panels, and how healthy their scores are.
internal sealed partial class ReviewApi
{
    public override async Task<V1.Panel> SeatPanel(V1.SeatPanelRequest request, ServerCallContext context)
    {
        var check = new ShapeCheck();
        var id = check.RequestId(request.RequestId);
        var round = check.Round(request.Parent, "parent");
        var command = PanelShape.Of(check, request, round);
        check.Finish();
        var answer = await context.Execute(
            Panel($"{round}/panels/{request.Group}"), command, WriteRequest.Of(context, id, request, request.ValidateOnly));
        return PanelMapping.Of(answer.State!, answer.Version);
    }

    public override async Task<V1.Panel> GetPanel(V1.GetPanelRequest request, ServerCallContext context)
    {
        var check = new ShapeCheck();
        check.Panel(request.Name, "name");
        check.Finish();
        var found = await context.Read(Panel(request.Name));
        return PanelMapping.Of(found.State, found.Version);
    }

    public override async Task<V1.ScoreHealth> GetScoreHealth(V1.GetScoreHealthRequest request, ServerCallContext context)
    {
        var check = new ShapeCheck();
        check.Panel(request.Panel, "panel");
        check.Finish();
        var (panel, _) = await context.Read(Panel(request.Panel));
        if (!AccessRules.MaySeeScoreHealth(context.Caller(), panel))
        {
            throw new RefusedException(Rejection.Because(Reasons.ResourceUnknown, ("name", panel.Name)));
        }

        var (round, _) = await context.Read(grains.GetGrain<IRoundGrain>(panel.Round));
        var held = await Task.WhenAll(panel.Sessions.Select(name => context.Read(Session(name))));
        return ScoreHealthMapping.Of(SeenScores.Of(context.Caller(), held.Select(found => found.State)), round.Rules, panel.Group);
    }
}
