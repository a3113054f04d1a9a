using System.Text.RegularExpressions;
using SmeOrleans.Grains.Rounds;

namespace SmeOrleans.GrpcFrontend.Reports;

/// <summary>The report's tables and other crossings.</summary>
internal sealed partial class ReportApi(IReports reports, IGrainFactory grains) : V1.ReportService.ReportServiceBase
{
    public override Task<V1.ListReportTablesResponse> ListReportTables(V1.ListReportTablesRequest request, ServerCallContext context) =>
        Task.FromResult(new V1.ListReportTablesResponse
        {
            Tables = { reports.Tables.Select(table => new V1.ReportTableInfo { TableId = table.TableId, TitleZh = table.TitleZh, TitleEn = table.TitleEn }) },
        });

    public override async Task<V1.ReportTable> GetReportTable(V1.GetReportTableRequest request, ServerCallContext context)
    {
        var check = new ShapeCheck();
        check.Round(request.Round, "round");
        check.Require(Word().IsMatch(request.TableId), "table_id", "must be an id from ListReportTables");
        check.Finish();
        await context.Read(grains.GetGrain<IRoundGrain>(request.Round));
        return Of(await reports.TableAsync(request.Round, request.TableId, context.CancellationToken).OrRefuse());
    }

    public override async Task<V1.ReportTable> QueryCases(V1.QueryCasesRequest request, ServerCallContext context)
    {
        var check = new ShapeCheck();
        check.Round(request.Round, "round");
        check.Require(Word().IsMatch(request.Rows), "rows", "must be a dimension");
        check.Require(request.Columns.Length == 0 || Word().IsMatch(request.Columns), "columns", "must be empty or a dimension");
        check.Require(request.Measure != V1.Measure.Unspecified && Enum.IsDefined(request.Measure), "measure", "must be one of the documented values");
        var filter = check.Text(request.Filter, "filter", 2_000);
        check.Finish();
        await context.Read(grains.GetGrain<IRoundGrain>(request.Round));
        var table = reports.QueryAsync(request.Round, request.Rows, request.Columns, MeasureOf(request.Measure), filter, context.CancellationToken);
        return Of(await table.OrRefuse());
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
        _ => throw new ArgumentOutOfRangeException(nameof(measure)),
    };

    private static V1.ReportTable Of(Report report) => new()
    {
        TableId = report.TableId,
        TitleZh = report.TitleZh,
        Rows = { report.Rows },
        Columns = { report.Columns },
        Cells = { report.Cells.Select(cell => new V1.ReportCell { Row = cell.Row, Column = cell.Column, Value = cell.Value }) },
    };

    [GeneratedRegex(@"\A[a-z0-9_-]{1,64}\z")]
    private static partial Regex Word();
}
