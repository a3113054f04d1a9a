using System.Globalization;
using System.Text.RegularExpressions;

namespace SmeOrleans.Domain.Tests.Histories;

/// <summary>Computes a printed line again, as a reader with a pocket calculator would: <c>a</c>, <c>a - b</c>, <c>a × b / c</c>, <c>min(a, b)</c>, <c>max(0, a - b)</c>.</summary>
internal static partial class Arithmetic
{
    public static long Of(string formula) => formula switch
    {
        _ when Function().Match(formula) is { Success: true } two => two.Groups[1].Value == "min"
            ? Math.Min(Of(two.Groups[2].Value), Of(two.Groups[3].Value))
            : Math.Max(Of(two.Groups[2].Value), Of(two.Groups[3].Value)),
        _ when formula.Split(" × ") is [var a, var rest] && rest.Split(" / ") is [var b, var c] => (long)((Int128)Of(a) * Of(b) / Of(c)),
        _ when formula.Split(" - ") is [var a, var b] => Of(a) - Of(b),
        _ => long.Parse(formula, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture),
    };

    [GeneratedRegex(@"^(min|max)\(([^,]+), ([^,]+)\)$")]
    private static partial Regex Function();
}
