using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace SmeOrleans.Cli.Receipts;

/// <summary>Whether a receipt is genuine, and what it says.</summary>
internal sealed record VerifiedReceipt(bool Genuine, string Explanation, ImmutableArray<(string Name, string Value)> Lines);

/// <summary>Checks the signature of a receipt with nothing but the published keys.</summary>
internal static class ReceiptVerifier
{
    public static async Task<VerifiedReceipt> VerifyAsync(string signedReceipt, string keySet)
    {
        try
        {
            var result = await new JsonWebTokenHandler().ValidateTokenAsync(signedReceipt.Trim(), new()
            {
                IssuerSigningKeys = new JsonWebKeySet(keySet).GetSigningKeys(),
                ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256],
                // A receipt is no token: it names no audience and never expires.
                ValidateIssuer = false,
                ValidateAudience = false,
                ValidateLifetime = false,
            });
            return result.IsValid
                ? new(true, "signed by a published key", Lines((JsonWebToken)result.SecurityToken))
                : new(false, WhyNot(result.Exception), []);
        }
        catch (ArgumentException wrong)
        {
            return new(false, wrong.Message.Split('\n')[0], []);
        }
    }

    private static string WhyNot(Exception? failure) => failure switch
    {
        SecurityTokenSignatureKeyNotFoundException => "it was signed with a key that is not among the published ones",
        SecurityTokenInvalidSignatureException or null => "the signature does not hold",
        _ => failure.Message.Split('\n')[0],
    };

    // As signed, to the letter: the library's claims would reformat the times.
    private static ImmutableArray<(string Name, string Value)> Lines(JsonWebToken receipt)
    {
        using var payload = JsonDocument.Parse(Base64UrlEncoder.DecodeBytes(receipt.EncodedPayload));
        return [.. payload.RootElement.EnumerateObject().Select(line => (line.Name, line.Value.ToString()))];
    }
}
