using System.Text.RegularExpressions;

namespace SmeOrleans.Season.Tests;

/// <summary>
/// Writes a data set of the same form with other keys (of units, companies, applications, projects, reviewers, sessions and
/// disaster cases) and names, with its rows in another order, with other arrival times, scores and amounts. Its
/// aggregates, and so the published tables, stay.
/// </summary>
internal static partial class OtherSeason
{
    private static readonly int[] Weights = [1, 2, 1, 2, 1, 2, 4, 1];

    public static void Write(string from, string to)
    {
        var tables = Read(from, to);
        OtherArrivals.Change(tables["applications.csv"]);
        OtherScores.Change(tables["scores.csv"], tables["approvals.csv"]);
        OtherAmounts.Change(tables);
        using var fresh = ValidTaxIds().GetEnumerator();
        var taxIds = new Dictionary<string, string>();
        foreach (var (name, table) in tables)
        {
            Reorder(name, table);
            File.WriteAllText(Path.Combine(to, name), Renamed(table.ToString(), taxIds, fresh));
        }
    }

    /// <summary>The same data with the rows of every file in another order; only arrival is an order that means something.</summary>
    public static void Shuffle(string from, string to, int seed)
    {
        var random = new Random(seed);
        foreach (var (name, table) in Read(from, to))
        {
            table.Rows = [.. table.Rows.OrderBy(_ => random.Next())];
            foreach (var session in table.Rows.Where(row => row.ContainsKey("item_ids")))
            {
                session["item_ids"] = string.Join(';', session["item_ids"].Split(';').OrderBy(_ => random.Next()));
            }

            File.WriteAllText(Path.Combine(to, name), table.ToString());
        }
    }

    /// <summary>The season's own tables; what lies beside them is copied.</summary>
    private static SortedDictionary<string, DataTable> Read(string from, string to)
    {
        Directory.CreateDirectory(Path.Combine(to, "expected"));
        var tables = new SortedDictionary<string, DataTable>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(from, file);
            if (Path.GetDirectoryName(name) is { Length: 0 } && name.EndsWith(".csv", StringComparison.Ordinal) && name != "history.csv")
            {
                tables[name] = DataTable.Of(File.ReadAllText(file));
            }
            else
            {
                File.WriteAllText(Path.Combine(to, name), File.ReadAllText(file));
            }
        }

        return tables;
    }

    private static void Reorder(string name, DataTable table)
    {
        if (name != "applications.csv")
        {
            table.Rows.Reverse();
        }

        foreach (var session in table.Rows.Where(row => row.ContainsKey("item_ids")))
        {
            session["item_ids"] = string.Join(';', session["item_ids"].Split(';').Reverse());
        }
    }

    private static string Renamed(string text, Dictionary<string, string> taxIds, IEnumerator<string> fresh)
    {
        text = ApplicationId().Replace(text, id => $"107-{99_999 - int.Parse(id.Groups[1].Value):D5}");
        text = DisasterId().Replace(text, id => $"Q-{9_999 - int.Parse(id.Groups[1].Value):D4}");
        text = ReviewerId().Replace(text, id => $"{id.Groups[1].Value.ToLowerInvariant()}-{9 - int.Parse(id.Groups[2].Value)}");
        text = SessionId().Replace(text, id => $"session-{99 - int.Parse(id.Groups[1].Value)}");
        text = UnitId().Replace(text, id => $"G-{id.Groups[1].Value}");
        text = ProjectId().Replace(text, id => $"P{id.Groups[1].Value}");
        text = TaxId().Replace(text, id => taxIds.TryGetValue(id.Value, out var known) ? known : taxIds[id.Value] = Next(fresh));
        return text.Replace("受輔導業者", "業者", StringComparison.Ordinal);
    }

    private static string Next(IEnumerator<string> ids) => ids.MoveNext() ? ids.Current : throw new InvalidOperationException("no tax id is left");

    /// <summary>Numbers from 77000000 on with a valid checksum (modulo 10).</summary>
    private static IEnumerable<string> ValidTaxIds() => Enumerable.Range(77_000_000, 1_000_000).Select(number => $"{number}").Where(IsValid);

    private static bool IsValid(string id) => id.Select((digit, place) => (digit - '0') * Weights[place]).Sum(product => product / 10 + product % 10) % 10 == 0;

    [GeneratedRegex(@"\b107-(\d{5})\b")]
    private static partial Regex ApplicationId();

    [GeneratedRegex(@"\bD107-(\d{4})\b")]
    private static partial Regex DisasterId();

    [GeneratedRegex(@"\bR-([A-Z]+)-(\d)\b")]
    private static partial Regex ReviewerId();

    [GeneratedRegex(@"(?<=^)S(\d{2})\b", RegexOptions.Multiline)]
    private static partial Regex SessionId();

    [GeneratedRegex(@"\bU(\d{3})\b")]
    private static partial Regex UnitId();

    [GeneratedRegex(@"\bC(\d{2})\b")]
    private static partial Regex ProjectId();

    [GeneratedRegex(@"(?<=(^|,))0[01]\d{6}(?=,)", RegexOptions.Multiline)]
    private static partial Regex TaxId();
}
