using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace SmeOrleans.GrpcFrontend.Access;

/// <summary>Which tokens are taken. Life times are judged by real time, also where the service's clock is driven.</summary>
internal static class TokenRules
{
    private static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(30);

    public static void Apply(JwtBearerOptions options, IReadOnlyList<TrustedIssuer> issuers, TimeProvider realTime)
    {
        var byName = issuers.ToDictionary(issuer => issuer.Issuer, StringComparer.Ordinal);
        options.MapInboundClaims = false;
        options.IncludeErrorDetails = false;
        options.TimeProvider = realTime;
        options.Events = new() { OnTokenValidated = RequireKnownCaller };
        options.TokenValidationParameters = new()
        {
            ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.RsaSha256],
            ValidIssuers = byName.Keys,
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            TryAllIssuerSigningKeys = false,
            IssuerSigningKeyResolver = (_, token, _, _) => IssuerOf(token)?.Keys ?? [],
            AudienceValidator = (audiences, token, _) => IssuerOf(token) is { } issuer && audiences.Contains(issuer.Audience, StringComparer.Ordinal),
            LifetimeValidator = (notBefore, expires, _, _) => IsAlive(notBefore, expires, realTime.GetUtcNow().UtcDateTime),
        };

        TrustedIssuer? IssuerOf(SecurityToken token) => byName.GetValueOrDefault(token.Issuer);
    }

    private static bool IsAlive(DateTime? notBefore, DateTime? expires, DateTime now) =>
        (notBefore is null || notBefore <= now + ClockSkew) && expires is not null && expires > now - ClockSkew;

    private static Task RequireKnownCaller(TokenValidatedContext context)
    {
        // RFC 7515 §4.1.11: a token with critical headers that are not understood is not to be taken; none is understood.
        var hasCritical = context.SecurityToken is not JsonWebToken token || token.TryGetHeaderValue<object>("crit", out _);
        if (hasCritical || TokenCaller.Of(context.Principal!) is not { } caller)
        {
            context.Fail("The token names no known caller.");
            return Task.CompletedTask;
        }

        context.HttpContext.Items[typeof(Caller)] = caller;
        return Task.CompletedTask;
    }
}
