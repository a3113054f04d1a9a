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
                ? new(true, "signed by a published key", [.. result.Claims.Select(claim => (claim.Key, Convert.ToString(claim.Value, CultureInfo.InvariantCulture) ?? ""))])
                : new(false, result.Exception?.Message.Split('\n')[0] ?? "the signature does not hold", []);
        }
        catch (ArgumentException wrong)
        {
            return new(false, wrong.Message.Split('\n')[0], []);
        }
    }
}
