using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace SmeOrleans.GrpcFrontend.Access;

/// <summary>An issuer with its keys. A key counts for its own issuer only.</summary>
internal sealed record TrustedIssuer(string Issuer, string Audience, IReadOnlyList<SecurityKey> Keys)
{
    public static IReadOnlyList<TrustedIssuer> Load(FrontendOptions options) => options.Issuers.Count == 0
        ? [DevelopmentIssuer.Load(options.DataDirectory)]
        : [.. options.Issuers.Select(issuer => new TrustedIssuer(issuer.Issuer, issuer.Audience, ReadKeys(issuer.KeysFile)))];

    private static IReadOnlyList<SecurityKey> ReadKeys(string file)
    {
        var text = File.ReadAllText(file);
        var keys = text.AsSpan().TrimStart().StartsWith("{") ? [.. new JsonWebKeySet(text).GetSigningKeys()] : (IReadOnlyList<SecurityKey>)[OfPem(text)];
        return keys.Count > 0 && keys.All(IsAsymmetric) ? keys : throw new InvalidDataException($"{file} must hold EC or RSA public keys only.");
    }

    // A shared secret in the file would let whoever can read it mint tokens.
    private static bool IsAsymmetric(SecurityKey key) => key is AsymmetricSecurityKey or JsonWebKey { Kty: JsonWebAlgorithmsKeyTypes.EllipticCurve or JsonWebAlgorithmsKeyTypes.RSA };

    private static SecurityKey OfPem(string text)
    {
        try
        {
            var curve = ECDsa.Create();
            curve.ImportFromPem(text);
            return new ECDsaSecurityKey(curve);
        }
        catch (CryptographicException)
        {
            var rsa = RSA.Create();
            rsa.ImportFromPem(text);
            return new RsaSecurityKey(rsa);
        }
    }
}
