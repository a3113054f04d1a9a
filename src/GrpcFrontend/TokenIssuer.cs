namespace SmeOrleans.GrpcFrontend;

/// <summary>Someone whose tokens are taken.</summary>
/// <param name="Issuer">Value of <c>iss</c>.</param>
/// <param name="Audience">Value of <c>aud</c>.</param>
/// <param name="KeysFile">File with its public keys: a JWKS document or PEM.</param>
public sealed record TokenIssuer(string Issuer, string Audience, string KeysFile);
