using Google.Protobuf;
using SmeOrleans.Grains.Review;
using SmeOrleans.Grains.Rounds;

namespace SmeOrleans.GrpcFrontend.Review;

/// <summary>Technical review: reviewers, panels and sessions (T-1 to T-8).</summary>
internal sealed partial class ReviewApi(
    IGrainFactory grains, IReviewerList reviewers, ISessionList sessions) : V1.ReviewService.ReviewServiceBase
{
    private const int PageNormal = 50;
    private const int PageMax = 200;

    private IReviewerGrain Reviewer(string name) => grains.GetGrain<IReviewerGrain>(name);

    private IPanelGrain Panel(string name) => grains.GetGrain<IPanelGrain>(name);

    private ISessionGrain Session(string name) => grains.GetGrain<ISessionGrain>(name);

    /// <summary>Checks the usual fields and what the method adds, gives the command and shows the session after it.</summary>
    private async Task<V1.Session> Execute(
        IMessage request, string name, string requestId, bool validateOnly, ServerCallContext context, Func<ShapeCheck, SessionCommand> command)
    {
        var check = new ShapeCheck();
        var id = check.RequestId(requestId);
        check.Session(name, "name");
        var wanted = command(check);
        check.Finish();
        var answer = await context.Execute(Session(name), wanted, WriteRequest.Of(context, id, request, validateOnly));
        return SessionMapping.Whole(answer.State!, answer.Version, context.Caller());
    }
}
