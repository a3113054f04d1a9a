using System.Text.RegularExpressions;

namespace SmeOrleans.Domain.Tests.Refusals;

/// <summary>Which source files give a reason, found by reading them.</summary>
internal static partial class Givers
{
    private static readonly string Root = Repository.File("src");

    private static readonly ImmutableDictionary<string, string> CodeOf = typeof(Reasons).GetFields()
        .Where(field => field.FieldType == typeof(Reason))
        .ToImmutableDictionary(field => field.Name, field => ((Reason)field.GetValue(null)!).Code);

    /// <summary>Code → files below <c>src</c>, with <c>/</c>.</summary>
    private static readonly ILookup<string, string> Files = Directory.EnumerateFiles(Root, "*.cs", SearchOption.AllDirectories)
        .Where(path => Path.GetFileName(path) != "Reasons.cs")
        .SelectMany(path => Mention().Matches(File.ReadAllText(path)).Select(match => match.Groups[1].Value).Distinct()
            .Where(CodeOf.ContainsKey)
            .Select(name => (Code: CodeOf[name], File: Path.GetRelativePath(Root, path).Replace('\\', '/'))))
        .ToLookup(pair => pair.Code, pair => pair.File, StringComparer.Ordinal);

    public static IEnumerable<string> In(string folder, string code) => Files[code].Where(file => file.StartsWith(folder, StringComparison.Ordinal));

    [GeneratedRegex("Reasons\\.(\\w+)")]
    private static partial Regex Mention();
}
