using System.Text.RegularExpressions;

namespace SmeOrleans.Season.Tests;

/// <summary>
/// Writes a data set of the same form with other unit ids, tax ids, application ids, project ids and names, and with
/// units and companies in another order. Its aggregates, and so the published tables, stay.
/// </summary>
internal static partial class OtherSeason
{
    private static readonly int[] Weights = [1, 2, 1, 2, 1, 2, 4, 1];
    private static readonly string[] Shuffled = ["units.csv", "companies.csv", "common_projects.csv"];

    public static void Write(string from, string to)
    {
        Directory.CreateDirectory(Path.Combine(to, "expected"));
        var taxIds = new Dictionary<string, string>();
        using var fresh = ValidTaxIds().GetEnumerator();
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(from, file);
            var text = File.ReadAllText(file);
            File.WriteAllText(Path.Combine(to, name), name.StartsWith("expected", StringComparison.Ordinal) || !name.EndsWith(".csv", StringComparison.Ordinal)
                ? text
                : Reordered(name, Renamed(text, taxIds, fresh)));
        }
    }

    private static string Renamed(string text, Dictionary<string, string> taxIds, IEnumerator<string> fresh)
    {
        text = ApplicationId().Replace(text, id => $"107-{99_999 - int.Parse(id.Groups[1].Value):D5}");
        text = UnitId().Replace(text, id => $"G-{id.Groups[1].Value}");
        text = ProjectId().Replace(text, id => $"P{id.Groups[1].Value}");
        text = TaxId().Replace(text, id => taxIds.TryGetValue(id.Value, out var known) ? known : taxIds[id.Value] = Next(fresh));
        return text.Replace("受輔業者", "業者", StringComparison.Ordinal);
    }

    private static string Reordered(string name, string text)
    {
        if (!Shuffled.Contains(name))
        {
            return text;
        }

        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return string.Join('\n', [lines[0], .. lines.Skip(1).Reverse()]) + "\n";
    }

    private static string Next(IEnumerator<string> ids) => ids.MoveNext() ? ids.Current : throw new InvalidOperationException("no tax id is left");

    /// <summary>Numbers from 77000000 on with a valid checksum (modulo 10).</summary>
    private static IEnumerable<string> ValidTaxIds() => Enumerable.Range(77_000_000, 1_000_000).Select(number => $"{number}").Where(IsValid);

    private static bool IsValid(string id) => id.Select((digit, place) => (digit - '0') * Weights[place]).Sum(product => product / 10 + product % 10) % 10 == 0;

    [GeneratedRegex(@"\b107-(\d{5})\b")]
    private static partial Regex ApplicationId();

    [GeneratedRegex(@"\bU(\d{3})\b")]
    private static partial Regex UnitId();

    [GeneratedRegex(@"\bC(\d{2})\b")]
    private static partial Regex ProjectId();

    [GeneratedRegex(@"(?<=(^|,))0[01]\d{6}(?=,)", RegexOptions.Multiline)]
    private static partial Regex TaxId();
}
