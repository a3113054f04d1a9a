using System.Collections.Frozen;
using SmeOrleans.Domain.Cases;
using SmeOrleans.Domain.Review;
using SmeOrleans.Domain.Units;
using SmeOrleans.Silo.Projections;

namespace SmeOrleans.Silo.Reports;

/// <summary>Something that cases are counted by.</summary>
/// <param name="Sql">Expression of the key; written in code.</param>
/// <param name="RoundCodes">Dimension of <c>round_codes</c> whose codes are printed in their order even when nothing is counted; null = none.</param>
/// <param name="Keys">Keys that are printed in this order even when nothing is counted.</param>
internal sealed record Dimension(string Sql, string? RoundCodes = null, params ImmutableArray<string> Keys)
{
    /// <summary>The regions with the small ones taken together, as tables of benefits print them (東部及離島).</summary>
    public const string EastAndIslands = "east_islands";

    private static readonly ImmutableArray<string> InEastAndIslands = ["east", "other"];

    public static readonly FrozenDictionary<string, Dimension> All = new Dictionary<string, Dimension>
    {
        ["unit_kind"] = OfEnum<UnitKind>("unit_kind"),
        ["unit"] = new("unit"),
        ["unit_id"] = new($"SUBSTR(unit, {"units/".Length + 1})"),
        ["group"] = new("group_code", "group"),
        ["function"] = new("function_code", "function"),
        ["region"] = new("region", "region"),
        ["region_group"] = new($"CASE WHEN region IN ({string.Join(", ", InEastAndIslands.Select(code => $"'{code}'"))}) THEN '{EastAndIslands}' ELSE region END", "region")
        {
            KeyOf = code => InEastAndIslands.Contains(code) ? EastAndIslands : code,
        },
        ["county"] = new("county", "county"),
        ["mode"] = OfEnum<CaseMode>("mode"),
        ["state"] = OfEnum<CaseState>("state", CaseState.Draft),
        ["return_reason"] = new("return_reason"),
        ["female_head"] = OfFlag("female_head"),
        ["female_principal_investigator"] = OfFlag("female_pi"),
        ["grade"] = OfEnum<Grade>("grade"),
        ["industry"] = new("industry"),
        ["topic"] = new("topic"),
        ["topic_path"] = new("group_code || '/' || function_code || '/' || topic"),
        ["session"] = new("session"),
        ["budget_line"] = new("budget_line", "budget_line"),
        ["approved"] = OfFlag("approved"),
        ["completed"] = OfFlag("completed"),
        ["visited"] = OfFlag("visited"),
        ["visit_reason"] = new("visit_reason", "visit_reason"),
        ["indicator"] = new("indicator", "indicator"),
        ["indicator_kind"] = new("indicator_kind", null, SideTables.ValueKind, SideTables.CostKind),
    }.ToFrozenDictionary();

    /// <summary>The key under which a code of the round is printed.</summary>
    public Func<string, string> KeyOf { get; init; } = code => code;

    /// <summary>Counts benefits by indicator instead of cases.</summary>
    public bool IsOfIndicators => Sql.StartsWith("indicator", StringComparison.Ordinal);

    // Keys of tables are lower case, as the published ones are.
    private static Dimension OfEnum<T>(string column, params T[] never)
        where T : struct, Enum =>
        new($"LOWER({column})", null,
            [.. Enum.GetValues<T>().Except(never).Select(value => SqlText.EnumName(value)).Where(name => name is not ("NONE" or "UNSPECIFIED")).Select(name => name.ToLowerInvariant())]);

    private static Dimension OfFlag(string column) => new($"CASE WHEN {column} = 1 THEN 'true' ELSE 'false' END", null, ["true", "false"]);
}
