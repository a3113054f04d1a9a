using System.Globalization;

namespace SmeOrleans.GrpcFrontend.Calls;

/// <summary>What is known of a call: who asks, and when its request was complete (W-1).</summary>
internal static class CallFacts
{
    private const string ReplayedTrailer = "sme-replayed";
    private static readonly object CallerKey = new();
    private static readonly object ReceivedKey = new();
    private static readonly object AboutKey = new();

    public static Caller Caller(this ServerCallContext context) => (Caller)context.UserState[CallerKey];

    /// <summary>Who calls, also before the call was let in.</summary>
    public static Caller? CallerOrNull(this ServerCallContext context) =>
        context.UserState.TryGetValue(CallerKey, out var caller) || context.GetHttpContext().Items.TryGetValue(typeof(Caller), out caller) ? (Caller?)caller : null;

    /// <summary>The resource that a stream is about, as far as it has told.</summary>
    public static string AboutOrEmpty(this ServerCallContext context) => context.UserState.TryGetValue(AboutKey, out var about) ? (string)about : "";

    public static void SetAbout(this ServerCallContext context, string resource) => context.UserState[AboutKey] = resource;

    public static void SetCaller(this ServerCallContext context, Caller caller) => context.UserState[CallerKey] = caller;

    public static DateTimeOffset ReceivedAt(this ServerCallContext context) => (DateTimeOffset)context.UserState[ReceivedKey];

    public static void SetReceivedAt(this ServerCallContext context, DateTimeOffset time) => context.UserState[ReceivedKey] = time;

    /// <summary>How long the caller's token still holds.</summary>
    public static TimeSpan TokenTimeLeft(this ServerCallContext context)
    {
        var expires = context.GetHttpContext().User.FindFirst("exp")?.Value;
        var left = DateTimeOffset.FromUnixTimeSeconds(long.Parse(expires ?? "0", CultureInfo.InvariantCulture)) - TimeProvider.System.GetUtcNow();
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    /// <summary>Tells the client that it got an earlier answer again (AIP-155).</summary>
    public static void TellReplayed(this ServerCallContext context)
    {
        if (context.ResponseTrailers.Get(ReplayedTrailer) is null)
        {
            context.ResponseTrailers.Add(ReplayedTrailer, "true");
        }
    }
}
