using System.Text;
using SmeOrleans.Silo.Storage;

namespace SmeOrleans.Silo.Projections;

/// <summary>How values are written into columns.</summary>
internal static class SqlText
{
    /// <summary>Empty when there is none.</summary>
    public static string Time(DateTimeOffset? time) => time is { } known ? UtcText.Of(known) : "";

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
