using System.Collections.Frozen;
using SmeOrleans.Domain.Cases;
using SmeOrleans.Domain.Review;
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
        ["topic"] = new TextField("topic"),
        ["industry"] = new TextField("industry"),
        ["qualified"] = new FlagField("qualified"),
        ["session"] = new TextField("session"),
        ["grade"] = new EnumField<Grade>("grade"),
        ["budget_line"] = new TextField("budget_line"),
        ["rank"] = new NumberField("rank"),
        ["reserve_order"] = new NumberField("reserve_order"),
        ["approved"] = new FlagField("approved"),
        ["approved_government_ntd"] = new NumberField("approved_government_ntd"),
        ["approved_self_ntd"] = new NumberField("approved_self_ntd"),
        ["paid_ntd"] = new NumberField("paid_ntd"),
        ["visited"] = new FlagField("visited"),
        ["visit_reason"] = new TextField("visit_reason"),
        ["completed"] = new FlagField("completed"),
        ["benefit_ntd"] = new NumberField("benefit_ntd"),
        ["company_surveyed"] = new FlagField("company_surveyed"),
        ["submit_time"] = new TimeField("submit_time"),
        ["screening_decided_time"] = new TimeField("decided_time"),
        ["next_deadline_time"] = new TimeField("next_deadline"),
    }.ToFrozenDictionary();

    /// <summary>
    /// The fields for an applicant: by what it is not told (J-3) it cannot look for either, and the state is the one that it
    /// is told.
    /// </summary>
    public static readonly FrozenDictionary<string, FilterField> OfApplicants = All
        .Where(field => field.Key is not ("session" or "grade" or "budget_line" or "rank" or "reserve_order" or "visit_reason"))
        .ToDictionary(field => field.Key, field => field.Key == "state" ? new EnumField<CaseState>("told_state") : field.Value)
        .ToFrozenDictionary();
}
