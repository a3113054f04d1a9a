using static SmeOrleans.GrpcFrontend.ReadModels.CaseMeasure;

namespace SmeOrleans.Silo.Reports;

/// <summary>
/// The tables of the annual report, in printing order. Filters say what once was (<c>qualified</c>, <c>approved</c>), never
/// a state that a case leaves again.
/// </summary>
internal static class NamedTables
{
    private const int TenThousand = 10_000;

    private static readonly Figure AllCases = new("cases", Cases);
    private static readonly Figure Benefit = new("benefit", BenefitNtd, Unit: TenThousand);
    private static readonly Figure Average = new("average", BenefitNtd, Per: Cases, Unit: TenThousand, Decimals: 2);

    private static readonly ImmutableArray<Figure> ByMode =
    [
        new("common_projects", CommonProjects, "mode = COMMON"),
        new("common_cases", Cases, "mode = COMMON"),
        new("general_cases", Cases, "mode = GENERAL"),
    ];

    private static readonly ImmutableArray<string> Grades = ["strong", "priority", "listed", "not"];

    public static readonly ImmutableArray<NamedTable> All =
    [
        new("table-02", "申請案件之輔導單位類別統計", "Applications by kind of guidance unit", "",
            new Listed("unit_kind", AllCases, new("units", Units), new("share_pct", Cases, ShareDecimals: 1))),
        new("table-03", "共通性技術輔導案件執行成效統計", "Benefits of common projects", "completed = true AND mode = COMMON",
            new OfYear(
                new("increase", ValueBenefitNtd), new("increase_average", ValueBenefitNtd, Per: Cases, WholeOnly: true),
                new("decrease", CostBenefitNtd), new("decrease_average", CostBenefitNtd, Per: Cases, WholeOnly: true),
                new("projects", CommonProjects), AllCases)),
        new("table-04", "申請案件之類組統計", "Applications by group", "",
            new Listed("group", [.. ByMode, new("total", Cases)])),
        new("table-05", "申請案件之輔導單位類別及功能別統計", "Applications by kind of unit and function", "",
            new Crossed("unit_kind", "function", AllCases)),
        new("table-06", "申請案件之區域及功能別統計", "Applications by region and function", "",
            new Crossed("region", "function", AllCases)),
        new("table-07", "申請案件之區域及縣市統計", "Applications by region and county", "",
            new Listed("region", AllCases), new Listed("county", AllCases, new("share_pct", Cases, ShareDecimals: 2))),
        new("table-08", "資格符合案件之類組統計", "Qualified cases by group", "qualified = true",
            new Transposed("group", ByMode)),
        new("table-11", "執行個案之母體數及樣本數", "Approved cases and surveys of companies by group", "approved = true",
            new Listed("group",
                new("population", Cases), new("population_pct", Cases, ShareDecimals: 1),
                new("sample", Cases, "company_surveyed = true"), new("sample_pct", Cases, "company_surveyed = true", ShareDecimals: 1))),
        Occurring("table-12", "共通性技術輔導案技術審查結果", "Grades of common projects by group", "grade:* AND mode = COMMON",
            new Listed("group",
            [
                new("reviewed_projects", CommonProjects), new("reviewed_cases", Cases),
                .. Grades.SelectMany(grade => new Figure[]
                {
                    new($"{grade}_projects", CommonProjects, $"grade = {grade}"), new($"{grade}_cases", Cases, $"grade = {grade}"),
                    new($"{grade}_pct", CommonProjects, $"grade = {grade}", WithinDecimals: 0),
                }),
            ])),
        Occurring("table-13", "一般個案輔導技術審查結果", "Grades of general cases by group", "grade:* AND mode = GENERAL",
            new Listed("group",
            [
                new("reviewed", Cases),
                .. Grades.SelectMany(grade => new Figure[]
                {
                    new(grade, Cases, $"grade = {grade}"), new($"{grade}_pct", Cases, $"grade = {grade}", WithinDecimals: 2),
                }),
            ])),
        Occurring("table-14", "類組與輔導功能別核定通過情形(共通個案)", "Approved common projects by group and function", "approved = true AND mode = COMMON",
            new Paired("group", "function", new("projects", CommonProjects), AllCases)),
        Occurring("table-15", "類組與輔導功能別核定通過情形(一般個案)", "Approved general cases by group and function", "approved = true AND mode = GENERAL",
            new Crossed("group", "function", AllCases)),
        Occurring("table-16", "執行效益總表", "Benefits by indicator (NT$ 10,000)", "completed = true",
            new Listed("indicator", new Figure("total", BenefitNtd, Unit: TenThousand)) { WithTotal = false },
            new Totals(new("increase", ValueBenefitNtd, Unit: TenThousand), new("decrease", CostBenefitNtd, Unit: TenThousand))),
        Occurring("table-17", "功能別執行效益", "Benefits by indicator and function (NT$ 10,000)", "completed = true", new Crossed("indicator", "function", Benefit)),
        Occurring("table-18", "地區別執行效益", "Benefits by indicator and region (NT$ 10,000)", "completed = true", new Crossed("indicator", "region_group", Benefit)),
        Occurring("table-19", "類組別執行效益", "Benefits by indicator and group (NT$ 10,000)", "completed = true", new Crossed("indicator", "group", Benefit)),
        Occurring("table-20", "輔導單位別執行效益", "Benefits by indicator and kind of unit (NT$ 10,000)", "completed = true", new Crossed("indicator", "unit_kind", Benefit)),
        Occurring("table-21", "輔導單位別與功能別執行效益", "Benefits by function and kind of unit (NT$ 10,000)", "completed = true",
            new Paired("function", "unit_kind", AllCases, Benefit), new Listed("function", Average), new Transposed("unit_kind", Average)),
        Occurring("table-22", "地區別與功能別執行效益", "Benefits by function and region (NT$ 10,000)", "completed = true",
            new Paired("function", "region_group", AllCases, Benefit), new Transposed("region_group", Average)),
        Occurring("table-23", "輔導單位別與地區別執行效益", "Benefits by region and kind of unit (NT$ 10,000)", "completed = true",
            new Paired("region_group", "unit_kind", AllCases, Benefit)),
        Occurring("table-24", "輔導單位核定通過情形", "Approved cases by unit", "approved = true",
            new Listed("unit_id", AllCases, new("share_pct", Cases, ShareDecimals: 2))),
        Occurring("table-25", "產業別與類組核定通過情形", "Approved cases by industry and group", "approved = true",
            new Crossed("industry", "group", AllCases)),
        Occurring("topics", "類組、功能別與輔導議題核定通過情形", "Approved cases by group, function and topic", "approved = true",
            new Listed("topic_path", new Figure("approved_cases", Cases))),
    ];

    private static NamedTable Occurring(string id, string titleZh, string titleEn, string filter, params ImmutableArray<TablePart> parts) =>
        new(id, titleZh, titleEn, filter, parts) { OnlyOccurring = true };
}
