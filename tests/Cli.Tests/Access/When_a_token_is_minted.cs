using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using SmeOrleans.Cli.Access;

namespace SmeOrleans.Cli.Tests.Access;

public sealed class When_a_token_is_minted : IDisposable
{
    private static readonly DateTimeOffset Expires = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("sme-token-");
    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public When_a_token_is_minted()
    {
        folder.CreateSubdirectory("keys");
        File.WriteAllText(IssuerKey.PathIn(folder.FullName), key.ExportPkcs8PrivateKeyPem());
    }

    [Fact]
    public async Task Then_the_service_can_check_it()
    {
        using var issuer = IssuerKey.Read(folder.FullName);
        var result = await new JsonWebTokenHandler().ValidateTokenAsync(issuer.Mint("unit-U001", "unit", "units/U001", Expires), new()
        {
            IssuerSigningKey = new ECDsaSecurityKey(key), ValidIssuer = "sme-local", ValidAudience = "sme-guidance", ValidAlgorithms = ["ES256"],
        });
        Assert.True(result.IsValid, result.Exception?.Message);
        Assert.Equal("units/U001", result.Claims["unit"]);
    }

    [Fact]
    public void Then_it_says_no_more_than_is_agreed()
    {
        using var issuer = IssuerKey.Read(folder.FullName);
        var token = new JsonWebToken(issuer.Mint("desk", "office", null, Expires));
        Assert.Equal(["aud", "exp", "iss", "roles", "sub"], token.Claims.Select(claim => claim.Type).Distinct().Order());
        Assert.Equal(["office"], token.GetPayloadValue<string[]>("roles"));
    }

    [Fact]
    public void Then_a_missing_key_says_where_it_comes_from() =>
        Assert.Contains("sme run", Assert.Throws<CliException>(() => IssuerKey.Read(Path.Combine(folder.FullName, "elsewhere"))).Message);

    public void Dispose()
    {
        key.Dispose();
        folder.Delete(recursive: true);
    }
}
