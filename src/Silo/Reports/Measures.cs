using SmeOrleans.GrpcFrontend.ReadModels;

namespace SmeOrleans.Silo.Reports;

/// <summary>How a measure is counted or summed.</summary>
internal static class Measures
{
    public static string Sql(CaseMeasure measure) => measure switch
    {
        CaseMeasure.Cases => "COUNT(*)",
        CaseMeasure.Units => "COUNT(DISTINCT unit)",
        CaseMeasure.Companies => "COUNT(DISTINCT company)",
        CaseMeasure.CommonProjects => "COUNT(DISTINCT NULLIF(common_project, ''))",
        CaseMeasure.GovernmentNtd => Sum("government_ntd"),
        CaseMeasure.SelfNtd => Sum("self_ntd"),
        CaseMeasure.TotalNtd => Sum("total_ntd"),
        _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, "No such measure."),
    };

    private static string Sum(string column) => $"CAST(COALESCE(SUM({column}), 0) AS BIGINT)";
}
