namespace SmeOrleans.GrpcFrontend.Receipts;

/// <summary>Signs the manifests of evidence packs with the key of receipts.</summary>
public interface IPackSigner
{
    /// <summary>Compact JWS (ES256) with these bytes as payload.</summary>
    string Sign(ReadOnlySpan<byte> payload);
}
