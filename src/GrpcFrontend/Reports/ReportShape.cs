using System.Globalization;
using System.Text.RegularExpressions;
using SmeOrleans.Domain.Reports;

namespace SmeOrleans.GrpcFrontend.Reports;

/// <summary>Checks the shape of requests about reports.</summary>
internal static partial class ReportShape
{
    private const int FiguresMax = 5_000;

    public static void TableId(ShapeCheck check, string id, string path) =>
        check.Require(Word().IsMatch(id), path, "must be an id from ListReportTables");

    /// <summary>A crossing; run it once the check has passed.</summary>
    public static Func<IReports, string, CaseScope, CancellationToken, Task<Read<Report>>> Query(ShapeCheck check, V1.QueryCasesRequest request, string path)
    {
        check.Require(Word().IsMatch(request.Rows), $"{path}rows", "must be a dimension");
        check.Require(request.Columns.Length == 0 || Word().IsMatch(request.Columns), $"{path}columns", "must be empty or a dimension");
        check.Require(request.Measure != V1.Measure.Unspecified && Enum.IsDefined(request.Measure), $"{path}measure", "must be one of the documented values");
        var filter = check.Text(request.Filter, $"{path}filter", 2_000);
        return (reports, round, scope, ct) => reports.QueryAsync(round, request.Rows, request.Columns, MeasureOf(request.Measure), filter, scope, ct);
    }

    public static ImmutableList<HistoryFigure> Figures(ShapeCheck check, IReadOnlyList<V1.HistoryFigure> figures)
    {
        check.Require(figures.Count is > 0 and <= FiguresMax, "figures", $"must be 1 to {FiguresMax}");
        return figures.Count > FiguresMax ? [] : [.. figures.Select((figure, place) => Figure(check, figure, $"figures[{place}]"))];
    }

    private static HistoryFigure Figure(ShapeCheck check, V1.HistoryFigure figure, string path)
    {
        check.Require(Word().IsMatch(figure.Table), $"{path}.table", "must be the number of a table, e.g. 26");
        check.Require(Year().IsMatch(figure.RocYear), $"{path}.roc_year", "must be a ROC year such as 98, or a span such as 98-107");
        check.Require(Word().IsMatch(figure.Dimension), $"{path}.dimension", "must be lower-case letters, digits, - and _");
        check.Require(Word().IsMatch(figure.Key), $"{path}.key", "must be lower-case letters, digits, - and _");
        check.Require(Word().IsMatch(figure.Measure), $"{path}.measure", "must be lower-case letters, digits, - and _");
        check.Require(figure.Value.Length == 0 || decimal.TryParse(figure.Value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _),
            $"{path}.value", "must be a number as printed, or empty");
        return new(figure.Table, figure.RocYear, figure.Dimension, figure.Key, figure.Measure, figure.Value);
    }

    private static CaseMeasure MeasureOf(V1.Measure measure) => measure switch
    {
        V1.Measure.Cases => CaseMeasure.Cases,
        V1.Measure.Units => CaseMeasure.Units,
        V1.Measure.Companies => CaseMeasure.Companies,
        V1.Measure.CommonProjects => CaseMeasure.CommonProjects,
        V1.Measure.GovernmentNtd => CaseMeasure.GovernmentNtd,
        V1.Measure.SelfNtd => CaseMeasure.SelfNtd,
        V1.Measure.TotalNtd => CaseMeasure.TotalNtd,
        V1.Measure.ApprovedGovernmentNtd => CaseMeasure.ApprovedGovernmentNtd,
        V1.Measure.ApprovedSelfNtd => CaseMeasure.ApprovedSelfNtd,
        V1.Measure.PaidNtd => CaseMeasure.PaidNtd,
        V1.Measure.ValueBenefitNtd => CaseMeasure.ValueBenefitNtd,
        V1.Measure.CostBenefitNtd => CaseMeasure.CostBenefitNtd,
        V1.Measure.BenefitNtd => CaseMeasure.BenefitNtd,
        _ => throw new ArgumentOutOfRangeException(nameof(measure)),
    };

    [GeneratedRegex(@"\A[a-z0-9_-]{1,64}\z")]
    private static partial Regex Word();

    [GeneratedRegex(@"\A[1-9][0-9]{0,2}(-[1-9][0-9]{0,2})?\z")]
    private static partial Regex Year();
}
