using static SmeOrleans.GrpcFrontend.ReadModels.CaseMeasure;

namespace SmeOrleans.Silo.Reports;

/// <summary>The tables of the annual report, in printing order.</summary>
internal static class NamedTables
{
    private static readonly Figure AllCases = new("cases", Cases);

    private static readonly ImmutableArray<Figure> ByMode =
    [
        new("common_projects", CommonProjects, "mode = COMMON"),
        new("common_cases", Cases, "mode = COMMON"),
        new("general_cases", Cases, "mode = GENERAL"),
    ];

    public static readonly ImmutableArray<NamedTable> All =
    [
        new("table-02", "申請案件之輔導單位類別統計", "Applications by kind of guidance unit", "",
            new Listed("unit_kind", AllCases, new("units", Units), new("share_pct", Cases, ShareDecimals: 1))),
        new("table-04", "申請案件之類組統計", "Applications by group", "",
            new Listed("group", [.. ByMode, new("total", Cases)])),
        new("table-05", "申請案件之輔導單位類別及功能別統計", "Applications by kind of unit and function", "",
            new Crossed("unit_kind", "function", AllCases)),
        new("table-06", "申請案件之區域及功能別統計", "Applications by region and function", "",
            new Crossed("region", "function", AllCases)),
        new("table-07", "申請案件之區域及縣市統計", "Applications by region and county", "",
            new Listed("region", AllCases), new Listed("county", AllCases, new("share_pct", Cases, ShareDecimals: 2))),
        new("table-08", "資格符合案件之類組統計", "Qualified cases by group", "state = QUALIFIED",
            new Transposed("group", ByMode)),
    ];
}
