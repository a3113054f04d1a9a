using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using SmeOrleans.GrpcFrontend.Access;

namespace SmeOrleans.Grpc.Tests.Served;

/// <summary>Tokens of the development issuer, right ones and wrong ones.</summary>
internal sealed class Tokens(string dataDirectory)
{
    private static readonly JsonWebTokenHandler Handler = new() { SetDefaultTimesOnTokenCreation = false };

    public ECDsa Key { get; } = KeyFile.LoadOrCreate(DevelopmentIssuer.KeyPath(dataDirectory));

    public string Mint(Role role, string? unit = null, string subject = "tester") => Mint(Claims(role, unit, subject));

    public string Mint(Dictionary<string, object> claims, SigningCredentials? credentials = null, Dictionary<string, object>? header = null) =>
        Handler.CreateToken(new SecurityTokenDescriptor
        {
            Claims = claims,
            SigningCredentials = credentials ?? new(new ECDsaSecurityKey(Key), SecurityAlgorithms.EcdsaSha256),
            AdditionalHeaderClaims = header,
        });

    /// <summary>What a right token says.</summary>
    public static Dictionary<string, object> Claims(Role role, string? unit = null, string subject = "tester")
    {
        var claims = new Dictionary<string, object>
        {
            ["iss"] = DevelopmentIssuer.Issuer,
            ["aud"] = DevelopmentIssuer.Audience,
            ["sub"] = subject,
            ["roles"] = role.ToString().ToLowerInvariant().Split(", "),
            ["exp"] = DateTimeOffset.UtcNow.AddHours(1).ToUnixTimeSeconds(),
        };
        if (unit is not null)
        {
            claims["unit"] = unit;
        }

        return claims;
    }
}
