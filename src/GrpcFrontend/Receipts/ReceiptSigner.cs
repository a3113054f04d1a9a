using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;
using SmeOrleans.Grains.Intake;
using SmeOrleans.GrpcFrontend.Access;

namespace SmeOrleans.GrpcFrontend.Receipts;

/// <summary>Signs receipts as compact JWS with ES256 (RFC 7515, RFC 7518 §3.4); the key lies in the data folder.</summary>
public sealed class ReceiptSigner : IReceiptSigner, IPackSigner, IReceiptKeys, IDisposable
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ECDsa _key;
    private readonly Lock _signing = new();
    private readonly string _header;

    public ReceiptSigner(FrontendOptions options)
    {
        _key = KeyFile.LoadOrCreate(KeyFile.PathOf(options.DataDirectory, "receipt"));
        var jwk = JsonWebKeyConverter.ConvertFromECDsaSecurityKey(new(ECDsa.Create(_key.ExportParameters(includePrivateParameters: false))));
        jwk.Kid = Base64UrlEncoder.Encode(jwk.ComputeJwkThumbprint());
        jwk.Use = JsonWebKeyUseNames.Sig;
        jwk.Alg = SecurityAlgorithms.EcdsaSha256;
        Public = new() { Keys = { jwk } };
        _header = Part(new SortedDictionary<string, string> { ["alg"] = jwk.Alg, ["kid"] = jwk.Kid, ["typ"] = "JWS" });
    }

    public JsonWebKeySet Public { get; }

    public string Sign(Receipt receipt) => Sign(JsonSerializer.SerializeToUtf8Bytes(Claims(receipt), Json));

    public string Sign(string name, string sha256) =>
        Sign(JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string> { ["name"] = name, ["sha256"] = sha256 }, Json));

    public string Sign(ReadOnlySpan<byte> payload)
    {
        var content = $"{_header}.{Base64UrlEncoder.Encode(payload.ToArray())}";
        lock (_signing)
        {
            return $"{content}.{Base64UrlEncoder.Encode(_key.SignData(Encoding.ASCII.GetBytes(content), HashAlgorithmName.SHA256))}";
        }
    }

    public void Dispose() => _key.Dispose();

    private static Dictionary<string, string> Claims(Receipt receipt) => new()
    {
        ["case"] = receipt.Case,
        ["case_number"] = receipt.CaseNumber,
        ["receive_time"] = receipt.ReceivedAt.UtcDateTime.ToString("O"),
        ["content_sha256"] = receipt.ContentSha256,
    };

    private static string Part(object value) => Base64UrlEncoder.Encode(JsonSerializer.SerializeToUtf8Bytes(value, Json));
}
