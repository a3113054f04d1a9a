using System.Globalization;

namespace SmeOrleans.GrpcFrontend.Calls;

/// <summary>Versions as etags (AIP-154): the number in quotes, as RFC 9110 writes them.</summary>
public static class Etag
{
    public static string Of(long version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    /// <summary>Reads an etag with or without its quotes.</summary>
    public static bool TryParse(string text, out long version)
    {
        version = 0;
        var bare = text is ['"', .. var inner, '"'] ? inner : text;
        return bare is not ['0', _, ..] && long.TryParse(bare, NumberStyles.None, CultureInfo.InvariantCulture, out version);
    }
}
