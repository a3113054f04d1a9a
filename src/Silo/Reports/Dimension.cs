using System.Collections.Frozen;
using SmeOrleans.Domain.Cases;
using SmeOrleans.Domain.Units;
using SmeOrleans.Silo.Projections;

namespace SmeOrleans.Silo.Reports;

/// <summary>Something that cases are counted by.</summary>
/// <param name="Sql">Expression of the key; written in code.</param>
/// <param name="RoundCodes">Dimension of <c>round_codes</c> whose codes are printed in their order even when nothing is counted; null = none.</param>
/// <param name="Keys">Keys that are printed in this order even when nothing is counted.</param>
internal sealed record Dimension(string Sql, string? RoundCodes = null, params ImmutableArray<string> Keys)
{
    public static readonly FrozenDictionary<string, Dimension> All = new Dictionary<string, Dimension>
    {
        ["unit_kind"] = OfEnum<UnitKind>("unit_kind"),
        ["unit"] = new("unit"),
        ["group"] = new("group_code", "group"),
        ["function"] = new("function_code", "function"),
        ["region"] = new("region", "region"),
        ["county"] = new("county", "county"),
        ["mode"] = OfEnum<CaseMode>("mode"),
        ["state"] = OfEnum<CaseState>("state", CaseState.Draft),
        ["return_reason"] = new("return_reason"),
        ["female_head"] = OfFlag("female_head"),
        ["female_principal_investigator"] = OfFlag("female_pi"),
    }.ToFrozenDictionary();

    // Keys of tables are lower case, as the published ones are.
    private static Dimension OfEnum<T>(string column, params T[] never)
        where T : struct, Enum =>
        new($"LOWER({column})", null,
            [.. Enum.GetValues<T>().Except(never).Select(value => SqlText.EnumName(value)).Where(name => name is not ("NONE" or "UNSPECIFIED")).Select(name => name.ToLowerInvariant())]);

    private static Dimension OfFlag(string column) => new($"CASE WHEN {column} = 1 THEN 'true' ELSE 'false' END", null, ["true", "false"]);
}
