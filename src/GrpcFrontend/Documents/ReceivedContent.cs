using System.Security.Cryptography;

namespace SmeOrleans.GrpcFrontend.Documents;

/// <summary>Takes in the chunks of an upload and gives the content only when length and digest are as announced.</summary>
internal static class ReceivedContent
{
    public static async Task<ReadOnlyMemory<byte>> Read(LimitedReader<V1.UploadDocumentRequest> reader, Document announced)
    {
        // Grows with what has come, not with what was announced: an announcement costs the sender nothing.
        using var content = new MemoryStream();
        while (await reader.Next() is { } part)
        {
            var chunk = Chunk(part);
            if (content.Length + chunk.Length > announced.SizeBytes)
            {
                throw Mismatch(announced);
            }

            content.Write(chunk.Span);
        }

        var received = content.GetBuffer().AsMemory(0, (int)content.Length);
        return received.Length == announced.SizeBytes && Convert.ToHexStringLower(SHA256.HashData(received.Span)) == announced.Sha256
            ? received
            : throw Mismatch(announced);
    }

    private static ReadOnlyMemory<byte> Chunk(V1.UploadDocumentRequest part)
    {
        var check = new ShapeCheck();
        var isChunk = part.PartCase == V1.UploadDocumentRequest.PartOneofCase.Chunk;
        check.Require(isChunk, "chunk", "must follow the header");
        check.Require(!isChunk || part.Chunk.Length is > 0 and <= DocumentShape.ChunkMaxBytes, "chunk", "must be 1 to 1,048,576 bytes");
        check.Finish();
        return part.Chunk.Memory;
    }

    private static RefusedException Mismatch(Document announced) => new(Rejection.Because(
        Reasons.DocumentDigest, ("sha256", announced.Sha256), ("size_bytes", announced.SizeBytes)));
}
