using Google.Protobuf.WellKnownTypes;

namespace SmeOrleans.Cli.Output;

/// <summary>Times for people: as clocks in Taipei show them.</summary>
internal static class DisplayTime
{
    private static readonly TimeSpan Taipei = TimeSpan.FromHours(8);

    public static string Of(Timestamp? time) =>
        time?.ToDateTimeOffset().ToOffset(Taipei).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) ?? "-";
}
