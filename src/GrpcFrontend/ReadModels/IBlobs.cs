namespace SmeOrleans.GrpcFrontend.ReadModels;

/// <summary>Contents of documents, kept under their digest.</summary>
public interface IBlobs
{
    /// <param name="sha256">Lower-case hex.</param>
    Task PutAsync(string sha256, ReadOnlyMemory<byte> content, CancellationToken ct);

    /// <returns>Null when there is none.</returns>
    Task<byte[]?> GetAsync(string sha256, CancellationToken ct);
}
