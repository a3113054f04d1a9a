using System.Globalization;

namespace SmeOrleans.Silo.Storage;

/// <summary>Times as the database holds them: ISO 8601 UTC with seven decimals, which sort as text in order of time.</summary>
public static class UtcText
{
    private const string Pattern = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";

    public static string Of(DateTimeOffset time) => time.UtcDateTime.ToString(Pattern, CultureInfo.InvariantCulture);

    /// <summary>Reads what <see cref="Of"/> wrote; anything else is a <see cref="FormatException"/>.</summary>
    public static DateTimeOffset Parse(string text) =>
        DateTimeOffset.ParseExact(text, Pattern, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
