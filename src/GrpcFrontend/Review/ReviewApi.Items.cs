namespace SmeOrleans.GrpcFrontend.Review;

// Who reviews an item, who must not, and what they say.
internal sealed partial class ReviewApi
{
    public override Task<V1.Session> AssignReviewers(V1.AssignReviewersRequest request, ServerCallContext context) =>
        Execute(request, request.Name, request.RequestId, request.ValidateOnly, context, check => SessionShape.Of(check, request));

    public override Task<V1.Session> AssignByLoad(V1.AssignByLoadRequest request, ServerCallContext context) =>
        Execute(request, request.Name, request.RequestId, request.ValidateOnly, context,
            check => new AssignByLoad(check.Count(request.ReviewersPerItem, "reviewers_per_item", 1, SessionShape.ReviewersMax)));

    public override Task<V1.Session> NameDelegate(V1.NameDelegateRequest request, ServerCallContext context) =>
        Execute(request, request.Name, request.RequestId, request.ValidateOnly, context, check => new NameDelegate(
            check.Item(request.Item, "item"),
            request.DelegateReviewer.Length == 0 ? "" : check.Reviewer(request.DelegateReviewer, "delegate_reviewer")));

    public override Task<V1.Session> RecuseReviewer(V1.RecuseReviewerRequest request, ServerCallContext context) =>
        Execute(request, request.Name, request.RequestId, request.ValidateOnly, context,
            check => SessionShape.Of(check, request, context.Caller()));

    public override Task<V1.Session> ScoreItem(V1.ScoreItemRequest request, ServerCallContext context) =>
        Execute(request, request.Name, request.RequestId, request.ValidateOnly, context,
            check => SheetShape.Of(check, request, context.Caller()));

    public override Task<V1.Session> RecordOpinion(V1.RecordOpinionRequest request, ServerCallContext context) =>
        Execute(request, request.Name, request.RequestId, request.ValidateOnly, context, check => new RecordOpinion(
            check.Item(request.Item, "item"), OpinionShape.Of(check, request.Opinion), context.Caller().Reviewer));
}
