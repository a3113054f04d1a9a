using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace SmeOrleans.GrpcFrontend.Access;

/// <summary>The issuer that is trusted when none is configured; its key lies in the data folder.</summary>
public static class DevelopmentIssuer
{
    public const string Issuer = "sme-local";
    public const string Audience = "sme-guidance";

    /// <summary>Path of its private key, with which <c>sme token</c> signs.</summary>
    public static string KeyPath(string dataDirectory) => KeyFile.PathOf(dataDirectory, "issuer");

    internal static TrustedIssuer Load(string dataDirectory)
    {
        using var key = KeyFile.LoadOrCreate(KeyPath(dataDirectory));
        var publicKey = ECDsa.Create(key.ExportParameters(includePrivateParameters: false));
        return new(Issuer, Audience, [new ECDsaSecurityKey(publicKey)]);
    }
}
