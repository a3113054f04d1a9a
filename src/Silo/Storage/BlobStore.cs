using System.Security.Cryptography;
using Dapper;

namespace SmeOrleans.Silo.Storage;

/// <summary>Uploaded files by the SHA-256 of their content; equal content is held once and never changes.</summary>
public sealed class BlobStore(IDatabase database)
{
    /// <summary>Stores the content unless it is there, and returns its SHA-256 in lower-case hex.</summary>
    public async Task<string> PutAsync(byte[] content, CancellationToken cancellation = default)
    {
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(content));
        using var turn = await database.TakeWriteTurnAsync(cancellation);
        await using var connection = await database.OpenAsync(cancellation);
        await connection.ExecuteAsync(new CommandDefinition(
            "insert into blobs (sha256, size, content) values (@sha256, @size, @content) on conflict (sha256) do nothing",
            new { sha256, size = content.LongLength, content },
            cancellationToken: cancellation));
        return sha256;
    }

    /// <summary>The content; null when there is none under that hash.</summary>
    public async Task<byte[]?> GetAsync(string sha256, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.QuerySingleOrDefaultAsync<byte[]?>(new CommandDefinition(
            "select content from blobs where sha256 = @sha256", new { sha256 }, cancellationToken: cancellation));
    }
}
