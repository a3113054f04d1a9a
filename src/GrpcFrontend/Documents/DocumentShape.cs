namespace SmeOrleans.GrpcFrontend.Documents;

/// <summary>Form of an upload.</summary>
internal static class DocumentShape
{
    /// <summary>Largest document, bytes (W-3).</summary>
    public const long SizeMaxBytes = 20_000_000;

    /// <summary>Largest chunk, bytes.</summary>
    public const int ChunkMaxBytes = 1_048_576;

    /// <summary>What the header says; type and time are found later.</summary>
    public static (Guid RequestId, Document Announced) Of(V1.DocumentHeader? header)
    {
        var check = new ShapeCheck();
        check.Require(header is not null, "header", "must come first");
        header ??= new();
        var id = check.RequestId(header.RequestId, "header.request_id");
        check.Case(header.Case, "header.case");
        var name = check.Text(header.FileName, "header.file_name", 200, required: true);
        check.Require(name.IndexOfAny(['/', '\\']) < 0 && name is not ("." or ".."), "header.file_name", "must not contain a path");
        check.Require(header.SizeBytes > 0, "header.size_bytes", "must be 1 to 20,000,000");
        check.Require(ResourceNames.IsDigest(header.Sha256), "header.sha256", "must be 64 lower-case hex digits");
        var announced = new Document(
            check.Enum<DocumentKind>(header.Kind, "header.kind"), name, MediaType: "", header.SizeBytes, header.Sha256, UploadedAt: default);
        check.Finish();
        return announced.SizeBytes <= SizeMaxBytes
            ? (id, announced)
            : throw new RefusedException(Rejection.Because(Reasons.DocumentTooLarge, ("limit_bytes", SizeMaxBytes)));
    }
}
