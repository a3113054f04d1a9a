using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using SmeOrleans.Cli.Receipts;

namespace SmeOrleans.Cli.Tests.Receipts;

public sealed class When_a_receipt_is_verified : IDisposable
{
    private const string Payload = """{"case_number":"r-1","receive_time":"2020-01-01T00:00:00Z"}""";
    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    [Fact]
    public async Task Then_a_genuine_one_shows_what_was_signed()
    {
        var verdict = await ReceiptVerifier.VerifyAsync(Sign(Payload) + "\n", KeySet(key));
        Assert.True(verdict.Genuine, verdict.Explanation);
        Assert.Contains(("receive_time", "2020-01-01T00:00:00Z"), verdict.Lines);
    }

    [Fact]
    public async Task Then_another_content_is_not_genuine()
    {
        var parts = Sign(Payload).Split('.');
        parts[1] = Encode(Encoding.UTF8.GetBytes(Payload.Replace("r-1", "r-2")));
        Assert.False((await ReceiptVerifier.VerifyAsync(string.Join('.', parts), KeySet(key))).Genuine);
    }

    [Fact]
    public async Task Then_another_key_is_not_genuine()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Assert.False((await ReceiptVerifier.VerifyAsync(Sign(Payload), KeySet(other))).Genuine);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no receipt at all")]
    public async Task Then_anything_else_is_not_genuine(string text) =>
        Assert.False((await ReceiptVerifier.VerifyAsync(text, KeySet(key))).Genuine);

    public void Dispose() => key.Dispose();

    private static string Encode(byte[] bytes) => Base64Url.EncodeToString(bytes);

    private string Sign(string payload)
    {
        var signed = $"{Encode("""{"alg":"ES256"}"""u8.ToArray())}.{Encode(Encoding.UTF8.GetBytes(payload))}";
        return $"{signed}.{Encode(key.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256))}";
    }

    private static string KeySet(ECDsa key)
    {
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        return $$"""{"keys":[{"kty":"EC","crv":"P-256","x":"{{Encode(point.X!)}}","y":"{{Encode(point.Y!)}}"}]}""";
    }
}
