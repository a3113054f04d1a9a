using System.Globalization;

namespace SmeOrleans.Domain.Refusals;

/// <summary>How facts are written, the same for every culture.</summary>
internal static class Fact
{
    public static string Text(object value) => value switch
    {
        DateTimeOffset time => Taipei.At(time).ToString("yyyy-MM-dd'T'HH:mm:ss.FFFzzz", CultureInfo.InvariantCulture),
        Ntd amount => amount.Amount.ToString(CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
