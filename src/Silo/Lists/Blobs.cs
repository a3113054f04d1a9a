using SmeOrleans.GrpcFrontend.ReadModels;
using SmeOrleans.Silo.Storage;

namespace SmeOrleans.Silo.Lists;

/// <summary>Contents of documents in the store.</summary>
internal sealed class Blobs(BlobStore store) : IBlobs
{
    public async Task PutAsync(string sha256, ReadOnlyMemory<byte> content, CancellationToken ct)
    {
        var actual = await store.PutAsync(content.ToArray(), ct);
        if (actual != sha256)
        {
            throw new ArgumentException($"The content's SHA-256 is {actual}.", nameof(sha256));
        }
    }

    public Task<byte[]?> GetAsync(string sha256, CancellationToken ct) => store.GetAsync(sha256, ct);
}
