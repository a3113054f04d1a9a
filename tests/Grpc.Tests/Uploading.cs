using System.Security.Cryptography;
using Google.Protobuf;
using SmeOrleans.Grpc.Tests.Served;

namespace SmeOrleans.Grpc.Tests;

/// <summary>W-3: uploads within their limits, judged by content, stored only when length and digest agree.</summary>
[Collection(ServedCollection.Name)]
public sealed class Uploading(Service service)
{
    private static readonly byte[] Pdf = [.. "%PDF-1.7\n"u8, .. RandomNumberGenerator.GetBytes(200_000)];

    [Fact]
    public async Task Then_what_was_sent_comes_back_with_the_type_of_its_content()
    {
        var saved = await service.Programme.SavedAsync();
        var header = Header(saved.Name, Pdf);
        header.FileName = "計畫書.exe";
        var document = await Upload(header, Pdf);
        Assert.Equal("application/pdf", document.MediaType);
        Assert.Equal(document, await Upload(header, Pdf));
        using var download = new V1.DocumentService.DocumentServiceClient(service.As(Role.Office)).DownloadDocument(new() { Case = saved.Name, Kind = header.Kind });
        var content = new List<byte>();
        await foreach (var part in download.ResponseStream.ReadAllAsync())
        {
            content.AddRange(part.Chunk);
        }

        Assert.Equal(Pdf, content);
    }

    [Fact]
    public async Task Then_a_lie_about_length_digest_or_type_is_refused_and_nothing_stays()
    {
        var saved = await service.Programme.SavedAsync();
        var longer = Header(saved.Name, Pdf);
        longer.SizeBytes++;
        Assert.Equal(Reasons.DocumentDigest.WireName, await Reason(longer, Pdf));
        var shorter = Header(saved.Name, Pdf);
        shorter.SizeBytes--;
        Assert.Equal(Reasons.DocumentDigest.WireName, await Reason(shorter, Pdf));
        var digest = Header(saved.Name, Pdf);
        digest.Sha256 = new('0', 64);
        Assert.Equal(Reasons.DocumentDigest.WireName, await Reason(digest, Pdf));
        byte[] program = [.. "MZ"u8, .. Pdf];
        Assert.Equal(Reasons.DocumentType.WireName, await Reason(Header(saved.Name, program), program));
        Assert.Empty((await service.Programme.OwnCases.GetCaseAsync(new() { Name = saved.Name })).Documents);
    }

    [Fact]
    public async Task Then_limits_hold()
    {
        var saved = await service.Programme.SavedAsync();
        var large = Header(saved.Name, Pdf);
        large.SizeBytes = 20_000_001;
        Assert.Equal(Reasons.DocumentTooLarge.WireName, await Reason(large, Pdf));
        var path = Header(saved.Name, Pdf);
        path.FileName = "../../etc/passwd";
        Assert.Equal(Reasons.FieldInvalid.WireName, await Reason(path, Pdf));
        using var headless = Documents.UploadDocument();
        await headless.RequestStream.WriteAsync(new() { Chunk = ByteString.CopyFrom(Pdf) });
        await headless.RequestStream.CompleteAsync();
        Assert.Equal(StatusCode.InvalidArgument, (await Assert.ThrowsAsync<RpcException>(async () => await headless)).StatusCode);
    }

    private V1.DocumentService.DocumentServiceClient Documents => new(service.As(Role.Unit, Programme.Own));

    private async Task<string> Reason(V1.DocumentHeader header, byte[] content) =>
        Refused.ReasonOf(await Assert.ThrowsAsync<RpcException>(() => Upload(header, content)));

    private async Task<V1.Document> Upload(V1.DocumentHeader header, byte[] content)
    {
        using var call = Documents.UploadDocument();
        try
        {
            await call.RequestStream.WriteAsync(new() { Header = header });
            foreach (var chunk in content.Chunk(64 * 1024))
            {
                await call.RequestStream.WriteAsync(new() { Chunk = ByteString.CopyFrom(chunk) });
            }

            await call.RequestStream.CompleteAsync();
        }
        catch (Exception fault) when (fault is RpcException or InvalidOperationException)
        {
            // The service refused before it had read everything; the call's own status says why.
        }

        return await call;
    }

    private static V1.DocumentHeader Header(string name, byte[] content) => new()
    {
        Case = name,
        Kind = V1.DocumentKind.Proposal,
        FileName = "計畫書.pdf",
        SizeBytes = content.Length,
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(content)),
        RequestId = Programme.NewId(),
    };
}
