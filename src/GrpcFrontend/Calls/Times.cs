using Google.Protobuf.WellKnownTypes;

namespace SmeOrleans.GrpcFrontend.Calls;

/// <summary>Times on the wire.</summary>
internal static class Times
{
    public static Timestamp Of(DateTimeOffset time) => Timestamp.FromDateTimeOffset(time);

    public static Timestamp? Of(DateTimeOffset? time) => time is { } known ? Of(known) : null;
}
