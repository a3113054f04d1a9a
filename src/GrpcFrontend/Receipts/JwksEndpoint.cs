using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace SmeOrleans.GrpcFrontend.Receipts;

/// <summary><c>/.well-known/jwks.json</c> (RFC 7517), for everyone.</summary>
internal static class JwksEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/.well-known/jwks.json", (HttpContext http) =>
    {
        var keys = (IReceiptKeys)http.RequestServices.GetService(typeof(IReceiptKeys))!;
        http.Response.Headers.CacheControl = "public, max-age=3600";
        return http.Response.WriteAsJsonAsync(new { keys = keys.Public.Keys.Select(key => new { kty = key.Kty, crv = key.Crv, x = key.X, y = key.Y, kid = key.Kid, use = key.Use, alg = key.Alg }) });
    });
}
