using Google.Protobuf.WellKnownTypes;
using Google.Rpc;

namespace SmeOrleans.GrpcFrontend.Refusals;

/// <summary>The one place where refusals become gRPC statuses (AIP-193).</summary>
public static class RefusalStatus
{
    /// <summary><c>google.rpc.ErrorInfo.domain</c> of every refusal.</summary>
    public const string Domain = "sme-guidance";

    // Details travel in a trailer, and common clients take 8 KiB of trailers.
    private const int FieldsShown = 20;
    private static readonly TimeSpan RetryAfterOverload = TimeSpan.FromSeconds(1);

    public static StatusCode CodeOf(RefusalKind kind) => kind switch
    {
        RefusalKind.Invalid => StatusCode.InvalidArgument,
        RefusalKind.Unknown => StatusCode.NotFound,
        RefusalKind.Exists => StatusCode.AlreadyExists,
        RefusalKind.Precondition => StatusCode.FailedPrecondition,
        RefusalKind.Conflict => StatusCode.Aborted,
        RefusalKind.Exhausted => StatusCode.ResourceExhausted,
        RefusalKind.Forbidden => StatusCode.PermissionDenied,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>The status of a refusal, with details.</summary>
    public static RpcException Of(Rejection refusal)
    {
        var status = new Google.Rpc.Status
        {
            Code = (int)CodeOf(refusal.Reason.Kind),
            Message = RefusalText.En(refusal),
            Details =
            {
                Any.Pack(Info(refusal)),
                Any.Pack(new LocalizedMessage { Locale = "zh-TW", Message = RefusalText.Zh(refusal) }),
                Any.Pack(new LocalizedMessage { Locale = "en", Message = RefusalText.En(refusal) }),
            },
        };
        if (!refusal.Fields.IsEmpty)
        {
            status.Details.Add(Any.Pack(Fields(refusal)));
        }

        if (refusal.Code == Reasons.Overload.Code)
        {
            status.Details.Add(RetryAfter(RetryAfterOverload));
        }

        return status.ToRpcException();
    }

    /// <summary>Status detail that tells when to try again.</summary>
    public static Any RetryAfter(TimeSpan delay) => Any.Pack(new RetryInfo { RetryDelay = Duration.FromTimeSpan(delay) });

    private static ErrorInfo Info(Rejection refusal)
    {
        var info = new ErrorInfo { Reason = refusal.Reason.WireName, Domain = Domain };
        foreach (var (name, value) in refusal.Facts)
        {
            info.Metadata[name] = RefusalText.Shorten(value);
        }

        info.Metadata["rule"] = refusal.Reason.Rule;
        return info;
    }

    private static BadRequest Fields(Rejection refusal)
    {
        var bad = new BadRequest();
        foreach (var field in refusal.Fields.Take(FieldsShown))
        {
            bad.FieldViolations.Add(new BadRequest.Types.FieldViolation
            {
                Field = RefusalText.Shorten(field.Path),
                Description = RefusalText.Shorten(field.Description),
            });
        }

        return bad;
    }
}
