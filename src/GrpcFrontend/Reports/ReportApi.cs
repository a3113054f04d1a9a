using SmeOrleans.Grains.Rounds;

namespace SmeOrleans.GrpcFrontend.Reports;

/// <summary>The report's tables and other crossings.</summary>
internal sealed partial class ReportApi(IReports reports, IEvidence evidence, CaseSight sight, IGrainFactory grains) : V1.ReportService.ReportServiceBase
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
        ReportShape.TableId(check, request.TableId, "table_id");
        check.Finish();
        await context.Read(grains.GetGrain<IRoundGrain>(request.Round));
        return ReportMapping.Of(await reports.TableAsync(request.Round, request.TableId, Visibility.FiguresOf(context.Caller()), context.CancellationToken).OrRefuse());
    }

    public override async Task<V1.ReportTable> QueryCases(V1.QueryCasesRequest request, ServerCallContext context)
    {
        var check = new ShapeCheck();
        check.Round(request.Round, "round");
        var query = ReportShape.Query(check, request, "");
        check.Finish();
        await context.Read(grains.GetGrain<IRoundGrain>(request.Round));
        return ReportMapping.Of(await query(reports, request.Round, Visibility.CasesOf(context.Caller()), context.CancellationToken).OrRefuse());
    }
}
