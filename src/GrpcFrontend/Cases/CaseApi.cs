using SmeOrleans.Grains.Rounds;
using SmeOrleans.GrpcFrontend.Printing;

namespace SmeOrleans.GrpcFrontend.Cases;

/// <summary>Cases: from draft to receipt.</summary>
internal sealed class CaseApi(CaseDesk desk, CaseBatch batch, CaseStory story, ICaseList list, IGrainFactory grains) : V1.CaseService.CaseServiceBase
{
    private const int PageNormal = 50;
    private const int PageMax = 500;

    public override async Task<V1.Case> CreateCase(V1.CreateCaseRequest request, ServerCallContext context)
    {
        var check = new ShapeCheck();
        var id = check.RequestId(request.RequestId);
        var round = check.Round(request.Parent, "parent");
        var unit = check.Unit(request.Case?.Unit ?? "", "case.unit");
        var application = ApplicationShape.Of(check, request.Case?.Application, round);
        check.Finish();
        var name = CaseIds.NameOf(round, unit, id);
        var answer = await context.Execute(
            desk.Grain(name), new SaveDraft(round, unit, application, ExpectedVersion: null), WriteRequest.Of(context, id, request, request.ValidateOnly));
        return answer.State is { } state
            ? CaseMapping.Of(state, answer.Version, context.Caller())
            : new() { Name = name, Unit = unit, State = V1.CaseState.Draft, Application = CaseMapping.Of(application) };
    }

    public override async Task<V1.Case> UpdateCase(V1.UpdateCaseRequest request, ServerCallContext context)
    {
        var check = new ShapeCheck();
        var id = check.RequestId(request.RequestId);
        var wanted = request.Case ?? new();
        var name = check.Case(wanted.Name, "case.name");
        var version = check.Version(wanted.Etag, "case.etag");
        check.Mask(request.UpdateMask, Changeable);
        check.Finish();
        var (current, _) = await context.Read(desk.Grain(name));
        var merged = Masks.Merged(request.UpdateMask, new V1.Case { Application = CaseMapping.Of(current.Application!) }, wanted);
        var application = ApplicationShape.Of(check, merged.Application, current.Round);
        check.Finish();
        var answer = await context.Execute(
            desk.Grain(name), new SaveDraft(current.Round, current.Unit, application, version), WriteRequest.Of(context, id, request, request.ValidateOnly));
        return CaseMapping.Of(answer.State!, answer.Version, context.Caller());
    }

    public override async Task<V1.SubmitCaseResponse> SubmitCase(V1.SubmitCaseRequest request, ServerCallContext context)
    {
        var answer = await desk.Answer(request, request.Name, request.RequestId, request.ValidateOnly, context, _ => new Submit());
        return new()
        {
            Case = CaseMapping.Of(answer.State!, answer.Version, context.Caller()),
            Receipt = CaseMapping.Of(answer.State!.Receipt),
        };
    }

    public override Task<V1.Case> WithdrawCase(V1.WithdrawCaseRequest request, ServerCallContext context) =>
        desk.Execute(request, request.Name, request.RequestId, request.ValidateOnly, context,
            check => new Withdraw(check.Text(request.Reason, "reason", 500, lines: true)));

    public override Task<V1.Case> SupplementCase(V1.SupplementCaseRequest request, ServerCallContext context) =>
        desk.Execute(request, request.Name, request.RequestId, request.ValidateOnly, context, _ => new AnswerSupplement());

    public override async Task<V1.Case> GetCase(V1.GetCaseRequest request, ServerCallContext context)
    {
        RequireCase(request.Name, "name");
        return await desk.Read(request.Name, context);
    }

    public override async Task<V1.ListCasesResponse> ListCases(V1.ListCasesRequest request, ServerCallContext context)
    {
        var check = new ShapeCheck();
        var round = check.Round(request.Parent, "parent");
        check.Require(Enum.IsDefined(request.View), "view", "must be one of the documented values");
        var query = ListShape.Of(check, request.PageSize, PageNormal, PageMax, request.PageToken, request.Filter, request.OrderBy);
        check.Finish();
        await context.Read(grains.GetGrain<IRoundGrain>(round));
        var page = await list.ListAsync(round, Visibility.CasesOf(context.Caller()), query, context.CancellationToken).OrRefuse();
        // What the caller may no longer read is passed over: its rights may have ended since the page was made.
        var cases = request.View == V1.View.Full
            ? (await Task.WhenAll(page.Items.Select(row => desk.ReadOrNull(row.Name, context)))).OfType<V1.Case>()
            : page.Items.Select(row => CaseMapping.Of(row, context.Caller()));
        return new() { Cases = { cases }, NextPageToken = page.NextToken ?? "", TotalSize = (int)page.Total };
    }

    public override Task FileCases(
        IAsyncStreamReader<V1.FileCasesRequest> requestStream, IServerStreamWriter<V1.FileCasesResponse> responseStream, ServerCallContext context) =>
        batch.Run(requestStream, responseStream, context);

    public override async Task WatchCases(V1.WatchCasesRequest request, IServerStreamWriter<V1.CaseEvent> responseStream, ServerCallContext context)
    {
        var check = new ShapeCheck();
        var round = check.Round(request.Parent, "parent");
        var after = JournalWatch.CursorOf(check, request.Cursor, "cursor");
        check.Finish();
        await context.Read(grains.GetGrain<IRoundGrain>(round));
        await story.Follow(round, after, responseStream, context);
    }

    public override async Task<V1.ListCaseEventsResponse> ListCaseEvents(V1.ListCaseEventsRequest request, ServerCallContext context)
    {
        var check = new ShapeCheck();
        check.Case(request.Parent, "parent");
        var size = check.PageSize(request.PageSize, 100, PageMax);
        var after = JournalWatch.CursorOf(check, request.PageToken, "page_token") ?? 0;
        check.Finish();
        await context.Read(desk.Grain(request.Parent));
        return await story.Page(request.Parent, after, size, context);
    }

    public override async Task<V1.PrintCaseResponse> PrintCase(V1.PrintCaseRequest request, ServerCallContext context)
    {
        RequireCase(request.Name, "name");
        var (subject, _) = await context.Read(desk.Grain(request.Name));
        return new() { MediaType = "application/pdf", Content = Google.Protobuf.ByteString.CopyFrom(CaseForm.Print(subject)) };
    }

    private static readonly ImmutableArray<string> Changeable =
    [
        "application",
        .. V1.Application.Descriptor.Fields.InDeclarationOrder().Select(field => $"application.{field.Name}"),
    ];

    private static void RequireCase(string name, string path)
    {
        var check = new ShapeCheck();
        check.Case(name, path);
        check.Finish();
    }
}
