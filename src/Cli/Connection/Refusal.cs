using Google.Rpc;

namespace SmeOrleans.Cli.Connection;

/// <summary>A refusal as the service explains it.</summary>
/// <param name="Reason">Name of an <see cref="ErrorReason"/> without prefix, or the status name when the service gave none.</param>
internal sealed record Refusal(
    StatusCode Code, string Reason, string Rule, string Message, ImmutableArray<string> Fields, TimeSpan? RetryAfter, bool Explained)
{
    public const string Domain = "sme-guidance";

    /// <summary>The line broke, or the service is overloaded: ask again with the same request id.</summary>
    public bool IsTransient => Explained
        ? RetryAfter is not null
        : Code is StatusCode.Unavailable or StatusCode.DeadlineExceeded or StatusCode.Cancelled or StatusCode.Internal or StatusCode.Unknown;

    public static Refusal Of(RpcException failure)
    {
        var status = failure.GetRpcStatus();
        var info = status?.GetDetail<ErrorInfo>();
        return new(
            failure.StatusCode,
            info?.Reason ?? failure.StatusCode.ToString(),
            info?.Metadata.GetValueOrDefault("rule") ?? "",
            status?.GetDetail<LocalizedMessage>()?.Message ?? failure.Status.Detail,
            [.. (status?.GetDetail<BadRequest>()?.FieldViolations ?? []).Select(field => $"{field.Field}: {field.Description}")],
            status?.GetDetail<RetryInfo>()?.RetryDelay?.ToTimeSpan(),
            info?.Domain == Domain);
    }

    public override string ToString()
    {
        var rule = Rule.Length > 0 ? $" ({Rule})" : "";
        return $"{Reason}{rule}: {Message}" + string.Concat(Fields.Select(field => $"\n  {field}"));
    }
}
