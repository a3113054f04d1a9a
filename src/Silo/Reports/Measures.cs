using SmeOrleans.GrpcFrontend.ReadModels;
using SmeOrleans.Silo.Projections;

namespace SmeOrleans.Silo.Reports;

/// <summary>How a measure is counted or summed.</summary>
internal static class Measures
{
    /// <summary>Expression over the rows of <see cref="Source"/>.</summary>
    public static string Sql(CaseMeasure measure, bool byIndicator) => measure switch
    {
        CaseMeasure.Cases when byIndicator => "COUNT(DISTINCT name)",
        CaseMeasure.Cases => "COUNT(*)",
        CaseMeasure.Units => "COUNT(DISTINCT unit)",
        CaseMeasure.Companies => "COUNT(DISTINCT company)",
        CaseMeasure.CommonProjects => "COUNT(DISTINCT NULLIF(common_project, ''))",
        CaseMeasure.GovernmentNtd => Sum("government_ntd"),
        CaseMeasure.SelfNtd => Sum("self_ntd"),
        CaseMeasure.TotalNtd => Sum("total_ntd"),
        CaseMeasure.ApprovedGovernmentNtd => Sum("approved_government_ntd"),
        CaseMeasure.ApprovedSelfNtd => Sum("approved_self_ntd"),
        CaseMeasure.PaidNtd => Sum("paid_ntd"),
        CaseMeasure.ValueBenefitNtd => Sum($"CASE WHEN indicator_kind = '{SideTables.ValueKind}' THEN indicator_ntd ELSE 0 END"),
        CaseMeasure.CostBenefitNtd => Sum($"CASE WHEN indicator_kind = '{SideTables.CostKind}' THEN indicator_ntd ELSE 0 END"),
        CaseMeasure.BenefitNtd => Sum(byIndicator ? "indicator_ntd" : "benefit_ntd"),
        _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, "No such measure."),
    };

    /// <summary>Cases, or a row for every case and indicator: kinds of indicators are the round's to say.</summary>
    /// <param name="byIndicator">Indicators are a dimension: cases without any are left out.</param>
    public static string Source(CaseMeasure measure, bool byIndicator) => byIndicator || measure is CaseMeasure.ValueBenefitNtd or CaseMeasure.CostBenefitNtd
        ? $"""
            (SELECT c.*, b.indicator, b.amount_ntd AS indicator_ntd, k.parent AS indicator_kind FROM cases c
            {(byIndicator ? "JOIN" : "LEFT JOIN")} case_benefits b ON b.case_name = c.name
            LEFT JOIN round_codes k ON k.round = b.round AND k.dimension = 'indicator' AND k.code = b.indicator) AS cases
            """
        : "cases";

    /// <summary>Sums of a case's own money would count it once for each of its indicators.</summary>
    public static bool GoesWithIndicators(CaseMeasure measure) => measure is not (CaseMeasure.GovernmentNtd or CaseMeasure.SelfNtd or CaseMeasure.TotalNtd
        or CaseMeasure.ApprovedGovernmentNtd or CaseMeasure.ApprovedSelfNtd or CaseMeasure.PaidNtd);

    /// <summary>Rows and columns add up to the totals. The cases of one common project can lie in several regions.</summary>
    public static bool IsAdditive(CaseMeasure measure) => measure is not (CaseMeasure.Units or CaseMeasure.Companies or CaseMeasure.CommonProjects);

    private static string Sum(string value) => $"CAST(COALESCE(SUM({value}), 0) AS BIGINT)";
}
