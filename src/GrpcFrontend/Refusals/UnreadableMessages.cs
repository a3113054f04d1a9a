using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace SmeOrleans.GrpcFrontend.Refusals;

/// <summary>
/// A message that is no valid protobuf, e.g. with invalid UTF-8, fails before any interceptor and the library calls it
/// UNKNOWN. Every other failure is mapped inside, so an UNKNOWN that comes out here means just that: INVALID_ARGUMENT.
/// </summary>
internal static class UnreadableMessages
{
    private const string StatusTrailer = "grpc-status";
    private const string DetailsTrailer = "grpc-status-details-bin";

    public static readonly Rejection Refusal = Rejection.OfFields(new FieldViolation("*", "the message is not valid protobuf; texts must be UTF-8"));

    public static void Map(IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        await next(http);

        // A response that has not begun carries its status in the headers ('trailers only').
        var trailers = http.Response.HasStarted ? http.Features.Get<IHttpResponseTrailersFeature>()?.Trailers : http.Response.Headers;
        if (trailers is { IsReadOnly: false } && trailers[StatusTrailer] == ((int)StatusCode.Unknown).ToString())
        {
            Amend(trailers);
        }
    });

    private static void Amend(IHeaderDictionary trailers)
    {
        var status = RefusalStatus.Of(Refusal);
        trailers[StatusTrailer] = ((int)status.StatusCode).ToString();
        trailers["grpc-message"] = Uri.EscapeDataString(status.Status.Detail);
        trailers[DetailsTrailer] = Convert.ToBase64String(status.Trailers.GetValueBytes(DetailsTrailer)!);
    }
}
