using Microsoft.IdentityModel.Tokens;

namespace SmeOrleans.GrpcFrontend.Receipts;

/// <summary>Public keys with which receipts can be verified offline.</summary>
public interface IReceiptKeys
{
    /// <summary>As published at <c>/.well-known/jwks.json</c>.</summary>
    JsonWebKeySet Public { get; }
}
