namespace SmeOrleans.GrpcFrontend.Review;

// Reviewers and their ties.
internal sealed partial class ReviewApi
{
    public override async Task<V1.Reviewer> RegisterReviewer(V1.RegisterReviewerRequest request, ServerCallContext context)
    {
        var check = new ShapeCheck();
        var id = check.RequestId(request.RequestId);
        var name = $"reviewers/{check.PlainId(request.ReviewerId, "reviewer_id")}";
        var profile = ReviewerShape.Of(check, request.Reviewer);
        check.Finish();
        var answer = await context.Execute(Reviewer(name), new RegisterReviewer(profile), WriteRequest.Of(context, id, request, request.ValidateOnly));
        return ReviewerMapping.Of(answer.State!, answer.Version);
    }

    public override async Task<V1.Reviewer> RecordTie(V1.RecordTieRequest request, ServerCallContext context)
    {
        var check = new ShapeCheck();
        var id = check.RequestId(request.RequestId);
        check.Reviewer(request.Name, "name");
        var command = ReviewerShape.Of(check, request.Tie);
        check.Finish();
        var answer = await context.Execute(Reviewer(request.Name), command, WriteRequest.Of(context, id, request, request.ValidateOnly));
        return ReviewerMapping.Of(answer.State!, answer.Version);
    }

    public override async Task<V1.Reviewer> GetReviewer(V1.GetReviewerRequest request, ServerCallContext context)
    {
        var check = new ShapeCheck();
        check.Reviewer(request.Name, "name");
        check.Finish();
        return await ReadReviewer(request.Name, context);
    }

    public override async Task<V1.ListReviewersResponse> ListReviewers(V1.ListReviewersRequest request, ServerCallContext context)
    {
        var check = new ShapeCheck();
        var query = ListShape.Of(check, request.PageSize, PageNormal, PageMax, request.PageToken);
        check.Finish();
        var page = await reviewers.ListAsync(query, context.CancellationToken).OrRefuse();
        return new()
        {
            Reviewers = { await Task.WhenAll(page.Items.Select(name => ReadReviewer(name, context))) },
            NextPageToken = page.NextToken ?? "",
        };
    }

    private async Task<V1.Reviewer> ReadReviewer(string name, ServerCallContext context)
    {
        var found = await context.Read(Reviewer(name));
        return ReviewerMapping.Of(found.State, found.Version);
    }
}
