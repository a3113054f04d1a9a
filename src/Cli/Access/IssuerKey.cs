using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace SmeOrleans.Cli.Access;

/// <summary>The development issuer's key, made by the service at its first start.</summary>
internal sealed class IssuerKey : IDisposable
{
    private const string Issuer = "sme-local";
    private const string Audience = "sme-guidance";

    private readonly ECDsa key;
    private readonly SigningCredentials credentials;
    private readonly JsonWebTokenHandler handler = new() { SetDefaultTimesOnTokenCreation = false };

    private IssuerKey(ECDsa key)
    {
        this.key = key;
        credentials = new(new ECDsaSecurityKey(key), SecurityAlgorithms.EcdsaSha256);
    }

    public static readonly ImmutableArray<string> Roles =
        ["unit", "office", "reviewer", "chair", "bureau", "auditor", "partner", "operator"];

    public static string PathIn(string dataFolder) => Path.Combine(dataFolder, "keys", "issuer.pem");

    public static IssuerKey Read(string dataFolder)
    {
        var path = PathIn(dataFolder);
        try
        {
            var key = ECDsa.Create();
            key.ImportFromPem(File.ReadAllText(path));
            return new(key);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or ArgumentException or CryptographicException)
        {
            throw CliException.Usage(
                $"{path}: {wrong.Message}\nThe service makes this key at its first start: ./sme run. --data-dir names its data folder.");
        }
    }

    /// <param name="unit">Resource name, for role unit.</param>
    public string Mint(string subject, string role, string? unit, DateTimeOffset expiresAt)
    {
        var claims = new Dictionary<string, object> { ["sub"] = subject, ["roles"] = new[] { role } };
        if (unit is not null)
        {
            claims["unit"] = unit;
        }

        return handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = Audience,
            Claims = claims,
            Expires = expiresAt.UtcDateTime,
            SigningCredentials = credentials,
        });
    }

    public void Dispose() => key.Dispose();
}
