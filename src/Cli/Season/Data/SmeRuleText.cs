using System.Text.RegularExpressions;

namespace SmeOrleans.Cli.Season.Data;

/// <summary>Reads the numbers out of a sentence such as <c>capital &lt;= 80,000,000 or employees &lt; 200</c>.</summary>
internal static partial class SmeRuleText
{
    [GeneratedRegex(@"(?<what>capital|revenue|employees)\s*(?<sign><=|<)\s*(?<number>[\d,]+)")]
    private static partial Regex Limit { get; }

    public static SmeLimits Limits(string manufacturing, string services) => new()
    {
        CapitalMaxNtd = AtMost(manufacturing, "capital"),
        ManufacturingEmployeesBelow = (int)AtMost(manufacturing, "employees") + 1,
        RevenueMaxNtd = AtMost(services, "revenue"),
        ServicesEmployeesBelow = (int)AtMost(services, "employees") + 1,
    };

    private static long AtMost(string rule, string what)
    {
        var match = Limit.Matches(rule).FirstOrDefault(match => match.Groups["what"].Value == what)
            ?? throw new FormatException($"sme_rule '{rule}' has no limit of {what}");
        var number = long.Parse(match.Groups["number"].ValueSpan, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
        return match.Groups["sign"].Value == "<" ? number - 1 : number;
    }
}
