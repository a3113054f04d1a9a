using System.Globalization;
using System.Text;

namespace SmeOrleans.Silo.Projections;

/// <summary>How values are written into columns.</summary>
internal static class SqlText
{
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";

    /// <summary>ISO 8601 UTC with seven decimals, which sorts as time.</summary>
    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);

    /// <summary>Empty when there is none.</summary>
    public static string Time(DateTimeOffset? time) => time is { } known ? Time(known) : "";

    public static DateTimeOffset? ParseTime(string text) =>
        text.Length == 0 ? null : DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    /// <summary>The name of a value as proto writes it, without prefix: <c>SupplementRequested</c> → <c>SUPPLEMENT_REQUESTED</c>.</summary>
    public static string EnumName<T>(T value)
        where T : struct, Enum => EnumName(value.ToString());

    public static string EnumName(string name)
    {
        var text = new StringBuilder();
        foreach (var letter in name)
        {
            if (text.Length > 0 && char.IsAsciiLetterUpper(letter))
            {
                text.Append('_');
            }

            text.Append(char.ToUpperInvariant(letter));
        }

        return text.ToString();
    }

    public static long Flag(bool value) => value ? 1 : 0;
}
