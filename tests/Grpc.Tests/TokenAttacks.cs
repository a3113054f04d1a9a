using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.Tokens;
using SmeOrleans.Grpc.Tests.Served;

namespace SmeOrleans.Grpc.Tests;

/// <summary>S2: what is no right token is UNAUTHENTICATED, and leaves nothing but the proof of the attempt.</summary>
[Collection(ServedCollection.Name)]
public sealed class TokenAttacks(Service service)
{
    public static TheoryData<string> Attacks() => [.. Makers.Keys];

    private static readonly Dictionary<string, Func<Tokens, string>> Makers = new()
    {
        ["empty"] = _ => "",
        ["rubbish"] = _ => "a.b.c",
        ["unsigned (alg none)"] = tokens => Unsigned(tokens),
        ["signature cut off"] = tokens => tokens.Mint(Role.Office)[..^20],
        ["signature removed"] = tokens => tokens.Mint(Role.Office).Split('.') is var parts ? $"{parts[0]}.{parts[1]}." : "",
        ["payload exchanged"] = tokens => Exchanged(tokens),
        ["another key"] = tokens => tokens.Mint(Tokens.Claims(Role.Office), Foreign()),
        ["HS256 with the public key"] = tokens => Confused(tokens),
        ["ES384"] = tokens => tokens.Mint(Tokens.Claims(Role.Office),
            new(new ECDsaSecurityKey(ECDsa.Create(ECCurve.NamedCurves.nistP384)), SecurityAlgorithms.EcdsaSha384)),
        ["wrong issuer"] = tokens => Changed(tokens, "iss", "someone-else"),
        ["no issuer"] = tokens => Changed(tokens, "iss", null),
        ["wrong audience"] = tokens => Changed(tokens, "aud", "another-service"),
        ["no audience"] = tokens => Changed(tokens, "aud", null),
        ["expired"] = tokens => Changed(tokens, "exp", DateTimeOffset.UtcNow.AddMinutes(-1).ToUnixTimeSeconds()),
        ["no expiry"] = tokens => Changed(tokens, "exp", null),
        ["not yet valid"] = tokens => Changed(tokens, "nbf", DateTimeOffset.UtcNow.AddMinutes(5).ToUnixTimeSeconds()),
        ["no subject"] = tokens => Changed(tokens, "sub", null),
        ["no roles"] = tokens => Changed(tokens, "roles", null),
        ["empty roles"] = tokens => Changed(tokens, "roles", Array.Empty<string>()),
        ["unknown role beside a known one"] = tokens => Changed(tokens, "roles", new[] { "office", "emperor" }),
        ["role of the service itself"] = tokens => Changed(tokens, "roles", new[] { "system" }),
        ["role by number"] = tokens => Changed(tokens, "roles", new[] { "2" }),
        ["role unit without unit"] = tokens => tokens.Mint(Role.Unit),
        ["role unit with a wildcard"] = tokens => tokens.Mint(Role.Unit, "units/-"),
        ["role unit with a path"] = tokens => tokens.Mint(Role.Unit, "units/U001/../U002"),
        ["two units"] = tokens => Changed(tokens, "unit", new[] { "units/U001", "units/U002" }, Role.Unit),
        ["critical header"] = tokens => tokens.Mint(Tokens.Claims(Role.Office), header: new() { ["crit"] = new[] { "exp" } }),
    };

    [Theory]
    [MemberData(nameof(Attacks))]
    public async Task Then_it_is_unauthenticated_and_changes_nothing(string attack)
    {
        var id = $"attack-{Guid.NewGuid():N}"[..31];
        var rounds = new V1.RoundService.RoundServiceClient(service.With(Makers[attack](service.Tokens)));
        await Refused.With(StatusCode.Unauthenticated, rounds.CreateRoundAsync(new() { RoundId = id, RequestId = Programme.NewId() }));
        var office = new V1.RoundService.RoundServiceClient(service.As(Role.Office));
        await Refused.With(StatusCode.NotFound, office.GetRoundAsync(new() { Name = $"rounds/{id}" }));
    }

    [Fact]
    public async Task Then_no_header_at_all_is_unauthenticated() => await Refused.With(
        StatusCode.Unauthenticated, new V1.RoundService.RoundServiceClient(service.Anonymous).ListRoundsAsync(new()));

    [Fact]
    public async Task Then_a_right_token_is_taken() =>
        Assert.NotEmpty((await new V1.RoundService.RoundServiceClient(service.As(Role.Reviewer)).ListRoundsAsync(new())).Rounds);

    private static string Changed(Tokens tokens, string claim, object? value, Role role = Role.Office)
    {
        var claims = Tokens.Claims(role, role == Role.Unit ? Programme.Own : null);
        claims.Remove(claim);
        if (value is not null)
        {
            claims[claim] = value;
        }

        return tokens.Mint(claims);
    }

    private static string Unsigned(Tokens tokens) =>
        $"{Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT"}""")}.{tokens.Mint(Role.Office).Split('.')[1]}.";

    private static string Exchanged(Tokens tokens)
    {
        var (mine, wanted) = (tokens.Mint(Role.Partner).Split('.'), tokens.Mint(Role.Office).Split('.'));
        return $"{mine[0]}.{wanted[1]}.{mine[2]}";
    }

    private static SigningCredentials Foreign() =>
        new(new ECDsaSecurityKey(ECDsa.Create(ECCurve.NamedCurves.nistP256)), SecurityAlgorithms.EcdsaSha256);

    private static string Confused(Tokens tokens)
    {
        var body = $"{Base64UrlEncoder.Encode("""{"alg":"HS256","typ":"JWT"}""")}.{tokens.Mint(Role.Office).Split('.')[1]}";
        var secret = Encoding.ASCII.GetBytes(tokens.Key.ExportSubjectPublicKeyInfoPem());
        return $"{body}.{Base64UrlEncoder.Encode(HMACSHA256.HashData(secret, Encoding.ASCII.GetBytes(body)))}";
    }
}
