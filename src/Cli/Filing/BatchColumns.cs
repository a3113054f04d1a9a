namespace SmeOrleans.Cli.Filing;

/// <summary>A column of a batch file.</summary>
/// <param name="Field">Path below <c>application</c>, as the service names it.</param>
/// <param name="Other">Further headings that mean the same.</param>
internal sealed record BatchColumn(string Field, bool Required, string Meaning, params ImmutableArray<string> Other)
{
    public string? Heading(IEnumerable<string> headings) =>
        headings.FirstOrDefault(heading => heading == Field || Other.Contains(heading));
}

/// <summary>The columns of a batch file (W-4).</summary>
internal static class BatchColumns
{
    public static readonly BatchColumn Reference = new("reference", true, "your own reference; a row sent again is known by it", "application_id", "編號");
    public static readonly BatchColumn Company = new("company", true, "tax id of the company, 8 digits", "company_tax_id", "統一編號");
    public static readonly BatchColumn Group = new("group", true, "group code of the round", "類組");
    public static readonly BatchColumn Function = new("function", true, "function code of the round", "功能別");
    public static readonly BatchColumn Mode = new("mode", false, "general (default) or common", "輔導方式");
    public static readonly BatchColumn Project = new("common_project", false, "id of the common project; common cases only", "common_project_id", "共通案編號");
    public static readonly BatchColumn Title = new("title", true, "title, at most 200 characters", "計畫名稱");
    public static readonly BatchColumn Topic = new("topic", false, "topic, at most 100 characters", "輔導議題");
    public static readonly BatchColumn Total = new("total_ntd", true, "total, NT$", "total_budget", "總經費");
    public static readonly BatchColumn Government = new("government_ntd", true, "asked from the government, NT$", "gov_requested", "政府經費");
    public static readonly BatchColumn Self = new("self_ntd", false, "paid by the company, NT$; default the rest", "self_funded", "自籌款");
    public static readonly BatchColumn FemaleInvestigator = new("female_principal_investigator", false, "1 or 0", "female_pi", "計畫主持人女性");
    public static readonly BatchColumn CustomSoftware = new("custom_software_percent", false, "per cent, 0 to 100", "客製化比例");

    public static readonly ImmutableArray<BatchColumn> All =
        [Reference, Company, Group, Function, Mode, Project, Title, Topic, Total, Government, Self, FemaleInvestigator, CustomSoftware];

    public static string Help => "Columns, by their heading in the first row:\n" + string.Join('\n', All.Select(column =>
        $"  {column.Field,-30}{(column.Required ? "required" : "optional")}  {column.Meaning} (also: {string.Join(", ", column.Other)})"));
}
