using System.Collections.Frozen;
using SmeOrleans.Domain.Cases;
using SmeOrleans.Domain.Units;
using SmeOrleans.Silo.Lists.Filters;

namespace SmeOrleans.Silo.Lists;

/// <summary>Fields of cases that a filter may name; lists and reports share them.</summary>
internal static class CaseFields
{
    public static readonly FrozenDictionary<string, FilterField> All = new Dictionary<string, FilterField>
    {
        ["state"] = new EnumField<CaseState>("state"),
        ["unit"] = new TextField("unit", "units/"),
        ["company"] = new TextField("company", "companies/"),
        ["group"] = new TextField("group_code"),
        ["function"] = new TextField("function_code"),
        ["mode"] = new EnumField<CaseMode>("mode"),
        ["common_project"] = new TextField("common_project"),
        ["region"] = new TextField("region"),
        ["county"] = new TextField("county"),
        ["unit_kind"] = new EnumField<UnitKind>("unit_kind"),
        ["case_number"] = new TextField("case_number"),
        ["reference"] = new TextField("reference"),
        ["title"] = new TextField("title"),
        ["return_reason"] = new TextField("return_reason"),
        ["total_ntd"] = new NumberField("total_ntd"),
        ["government_ntd"] = new NumberField("government_ntd"),
        ["self_ntd"] = new NumberField("self_ntd"),
        ["female_head"] = new FlagField("female_head"),
        ["female_principal_investigator"] = new FlagField("female_pi"),
        ["submit_time"] = new TimeField("submit_time"),
        ["screening_decided_time"] = new TimeField("decided_time"),
        ["next_deadline_time"] = new TimeField("next_deadline"),
    }.ToFrozenDictionary();
}
