using Google.Protobuf;
using SmeOrleans.Grains.Cases;
using SmeOrleans.GrpcFrontend.Cases;

namespace SmeOrleans.GrpcFrontend.Documents;

/// <summary>The files of a case (W-3).</summary>
internal sealed class DocumentApi(CaseDesk desk, IBlobs blobs, TimeProvider clock) : V1.DocumentService.DocumentServiceBase
{
    private const int DownloadChunkBytes = 64 * 1024;
    private static readonly TimeSpan Total = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(30);

    public override async Task<V1.Document> UploadDocument(IAsyncStreamReader<V1.UploadDocumentRequest> requestStream, ServerCallContext context)
    {
        using var reader = new LimitedReader<V1.UploadDocumentRequest>(requestStream, Total, Idle, context.CancellationToken);
        var header = (await reader.Next())?.Header;
        context.SetAbout(header?.Case ?? "");
        var (id, announced) = DocumentShape.Of(header);
        var grain = desk.Grain(header!.Case);
        await context.Read(grain);
        var content = await ReceivedContent.Read(reader, announced);
        context.SetReceivedAt(clock.GetUtcNow());
        var document = announced with { MediaType = MediaTypes.Of(content.Span) };
        return await Attach(grain, document, content, WriteRequest.Of(context, id, header), context);
    }

    public override async Task DownloadDocument(
        V1.DownloadDocumentRequest request, IServerStreamWriter<V1.DownloadDocumentResponse> responseStream, ServerCallContext context)
    {
        var check = new ShapeCheck();
        check.Case(request.Case, "case");
        var kind = check.Enum<DocumentKind>(request.Kind, "kind");
        var sha256 = check.DigestOrNone(request.Sha256, "sha256");
        check.Finish();
        var (state, _) = await context.Read(desk.Grain(request.Case));
        var document = state.DocumentOf(kind, sha256)
            ?? throw new RefusedException(Rejection.Because(Reasons.ResourceUnknown, ("name", request.Case), ("kind", kind)));
        var content = await blobs.GetAsync(document.Sha256, context.CancellationToken)
            ?? throw new InvalidOperationException($"The content of {request.Case}, {kind}, is not in the store.");
        // Who reads slower than this holds the content of a whole document for too long.
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken);
        ending.CancelAfter(Total);
        await responseStream.WriteAsync(new() { Document = CaseMapping.Of(document) }, ending.Token);
        for (var place = 0; place < content.Length; place += DownloadChunkBytes)
        {
            var chunk = UnsafeByteOperations.UnsafeWrap(content.AsMemory(place, Math.Min(DownloadChunkBytes, content.Length - place)));
            await responseStream.WriteAsync(new() { Chunk = chunk }, ending.Token);
        }
    }

    /// <summary>Asks first whether the case takes it, so that a refused upload leaves no content behind; content before its name.</summary>
    private async Task<V1.Document> Attach(
        ICaseGrain grain, Document document, ReadOnlyMemory<byte> content, WriteRequest request, ServerCallContext context)
    {
        var command = new AttachDocument(document);
        await context.Execute(grain, command, request with { ValidateOnly = true });
        await blobs.PutAsync(document.Sha256, content, context.CancellationToken);
        var answer = await context.Execute(grain, command, request);
        return CaseMapping.Of(answer.State!.Documents[document.Kind]);
    }
}
