using System.Globalization;
using Google.Protobuf.WellKnownTypes;

namespace SmeOrleans.GrpcFrontend.Calls;

/// <summary>Times and civil dates on the wire.</summary>
internal static class Times
{
    public static Timestamp Of(DateTimeOffset time) => Timestamp.FromDateTimeOffset(time);

    public static Timestamp? Of(DateTimeOffset? time) => time is { } known ? Of(known) : null;

    /// <summary>E.g. <c>2018-06-14</c>.</summary>
    public static string Date(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
