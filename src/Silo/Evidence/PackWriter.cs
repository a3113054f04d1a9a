using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using SmeOrleans.GrpcFrontend.Receipts;
using SmeOrleans.Silo.Storage;

namespace SmeOrleans.Silo.Evidence;

/// <summary>One row of a journal, to the letter.</summary>
/// <param name="Seq">Place in the feed; null = it is not in it.</param>
internal sealed record PackedRow(
    long Version, long? Seq, int Ordinal, string Type, string Payload, string Actor, string? RequestId, string At, string PreviousHash, string Hash, string? StateHash);

/// <summary>
/// The members of a pack. Beside the journals there is only what can be checked with nothing else: digests of documents and
/// signatures are in the entries themselves.
/// </summary>
internal sealed class PackWriter(ZipArchive archive, string name, string by, long head, DateTimeOffset at)
{
    public const string Format = "sme-evidence/1";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerOptions.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly List<object> _chains = [];
    private readonly List<object> _members = [];
    private readonly StringBuilder _documents = new();

    public async Task AddChainAsync(EvidenceChain chain, IAsyncEnumerable<PackedRow> rows, CancellationToken ct)
    {
        var path = string.Create(CultureInfo.InvariantCulture, $"journal/{_chains.Count + 1:D5}.jsonl");
        var count = 0;
        var last = JournalChain.Start;
        await using (var member = Open(path))
        {
            await foreach (var row in rows.WithCancellation(ct))
            {
                await member.WriteLineAsync(JsonSerializer.SerializeToUtf8Bytes(row, Json));
                Note(chain.Grain, row);
                count++;
                last = row.Hash;
            }
        }

        _chains.Add(new { chain.GrainType, chain.Grain, Path = path, chain.Complete, chain.About, Rows = count, HeadHash = last });
    }

    public async Task FinishAsync(IReceiptKeys keys, IPackSigner signer)
    {
        await AddAsync("documents.jsonl", Encoding.UTF8.GetBytes(_documents.ToString()));
        await AddAsync("jwks.json", JsonSerializer.SerializeToUtf8Bytes(
            new { keys = keys.Public.Keys.Select(key => new { kty = key.Kty, crv = key.Crv, x = key.X, y = key.Y, kid = key.Kid, use = key.Use, alg = key.Alg }) }, Json));
        var manifest = JsonSerializer.SerializeToUtf8Bytes(
            new { Format, Name = name, MadeAt = UtcText.Of(at), MadeBy = by, JournalHead = head, Chains = _chains, Members = _members.ToList() }, Json);
        await AddAsync("manifest.json", manifest);
        await AddAsync("manifest.jws", Encoding.ASCII.GetBytes(signer.Sign(JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object>
        {
            ["name"] = name,
            ["journal_head"] = head,
            ["manifest_sha256"] = Convert.ToHexStringLower(SHA256.HashData(manifest)),
        }))));
    }

    // What was handed in is in no pack; its digest is, and each file can be held against it.
    private void Note(string grain, PackedRow row)
    {
        if (row.Type == nameof(Domain.Cases.DocumentAttached))
        {
            using var payload = JsonDocument.Parse(row.Payload);
            _documents.Append(JsonSerializer.Serialize(new { Case = grain, Document = payload.RootElement.GetProperty("Document") }, Json)).Append('\n');
        }
    }

    private async Task AddAsync(string path, byte[] content)
    {
        await using var member = Open(path);
        await member.WriteAsync(content);
    }

    private Member Open(string path) => new(archive.CreateEntry(path, CompressionLevel.Fastest), (bytes, sha256) => _members.Add(new { Path = path, Bytes = bytes, Sha256 = sha256 }));

    /// <summary>A file of the archive that is digested on its way.</summary>
    private sealed class Member(ZipArchiveEntry entry, Action<long, string> written) : IAsyncDisposable
    {
        private readonly Stream _to = entry.Open();
        private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        private long _bytes;

        public Task WriteLineAsync(byte[] line) => WriteAsync([.. line, (byte)'\n']);

        public async Task WriteAsync(byte[] content)
        {
            _hash.AppendData(content);
            _bytes += content.Length;
            await _to.WriteAsync(content);
        }

        public async ValueTask DisposeAsync()
        {
            await _to.DisposeAsync();
            written(_bytes, Convert.ToHexStringLower(_hash.GetHashAndReset()));
            _hash.Dispose();
        }
    }
}
