using Google.Protobuf;
using SmeOrleans.Domain.Reports;
using SmeOrleans.Grains.Cases;
using SmeOrleans.Grains.Reports;
using SmeOrleans.Grains.Review;
using SmeOrleans.Grains.Rounds;

namespace SmeOrleans.GrpcFrontend.Reports;

// What leaves the house or is put on record: files, releases, history, evidence.
internal sealed partial class ReportApi
{
    private const int ChunkBytes = 64 * 1024;
    private static readonly TimeSpan SendingMax = TimeSpan.FromMinutes(10);

    public override async Task<V1.ExportTableResponse> ExportTable(V1.ExportTableRequest request, ServerCallContext context)
    {
        var check = new ShapeCheck();
        check.Round(request.Round, "round");
        check.Require(request.TableId.Length > 0 != (request.Query is not null), "table_id", "exactly one of table_id and query must be given");
        check.Require(request.Format is V1.ExportFormat.Csv or V1.ExportFormat.Xlsx, "format", "must be CSV or XLSX");
        var query = request.Query is null ? null : ReportShape.Query(check, request.Query, "query.");
        if (query is null)
        {
            ReportShape.TableId(check, request.TableId, "table_id");
        }

        check.Finish();
        await context.Read(grains.GetGrain<IRoundGrain>(request.Round));
        var table = await (query is null
            ? reports.TableAsync(request.Round, request.TableId, Visibility.FiguresOf(context.Caller()), context.CancellationToken)
            : query(reports, request.Round, Visibility.CasesOf(context.Caller()), context.CancellationToken)).OrRefuse();
        return File(request, table);
    }

    public override async Task<V1.ReleasedTable> ReleaseTable(V1.ReleaseTableRequest request, ServerCallContext context)
    {
        var check = new ShapeCheck();
        var id = check.RequestId(request.RequestId);
        check.Round(request.Round, "round");
        ReportShape.TableId(check, request.TableId, "table_id");
        check.Finish();
        await context.Read(grains.GetGrain<IRoundGrain>(request.Round));
        var grain = grains.GetGrain<ITableReleasesGrain>($"{request.Round}/tables/{request.TableId}");
        var answer = await context.Execute(grain, new ReleaseTable(), WriteRequest.Of(context, id, request, request.ValidateOnly));
        return ReportMapping.Of(answer.State!.Releases[^1]);
    }

    public override async Task<V1.ListTableReleasesResponse> ListTableReleases(V1.ListTableReleasesRequest request, ServerCallContext context)
    {
        var check = new ShapeCheck();
        check.Round(request.Round, "round");
        ReportShape.TableId(check, request.TableId, "table_id");
        check.Finish();
        await context.Read(grains.GetGrain<IRoundGrain>(request.Round));
        var answer = await grains.GetGrain<ITableReleasesGrain>($"{request.Round}/tables/{request.TableId}").Read(context.Caller()).WaitAsync(context.CancellationToken);
        return new() { Releases = { (answer.State?.Releases ?? []).Select(ReportMapping.Of) } };
    }

    public override async Task<V1.RecordHistoryResponse> RecordHistory(V1.RecordHistoryRequest request, ServerCallContext context)
    {
        var check = new ShapeCheck();
        var id = check.RequestId(request.RequestId);
        var figures = ReportShape.Figures(check, request.Figures);
        check.Finish();
        var grain = grains.GetGrain<IHistoryGrain>(History.TheName);
        var answer = await context.Execute(grain, new RecordHistory(figures), WriteRequest.Of(context, id, request, request.ValidateOnly));
        return new() { Figures = answer.State?.Figures.Count ?? 0 };
    }

    public override async Task<V1.SeriesTable> GetSeries(V1.GetSeriesRequest request, ServerCallContext context) =>
        ReportMapping.Of(await reports.SeriesAsync(request.Table, context.CancellationToken).OrRefuse());

    public override async Task ExportEvidence(V1.ExportEvidenceRequest request, IServerStreamWriter<V1.EvidenceChunk> responseStream, ServerCallContext context)
    {
        await RequireEvidence(request.Name, context);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken);
        ending.CancelAfter(SendingMax);
        await using var pack = Temporary();
        await evidence.WriteAsync(request.Name, context.Caller(), pack, ending.Token);
        pack.Position = 0;
        var buffer = new byte[ChunkBytes];
        while (await pack.ReadAsync(buffer, ending.Token) is > 0 and var read)
        {
            await responseStream.WriteAsync(new() { Content = ByteString.CopyFrom(buffer, 0, read) }, ending.Token);
        }
    }

    /// <summary>Who may not export, and what is not there, look the same (AIP-211).</summary>
    private async Task RequireEvidence(string name, ServerCallContext context)
    {
        var check = new ShapeCheck();
        check.Require(ResourceNames.IsRound(name) || ResourceNames.IsPanel(name) || ResourceNames.IsCase(name), "name",
            "must be rounds/{round}, rounds/{round}/panels/{group} or rounds/{round}/cases/{case}");
        check.Finish();
        // A pack holds whole sessions: whoever reviews, in whatever role it asks, could find in it what it is recused from (T-3).
        if (!AccessRules.MayExportEvidence(context.Caller()) || await sight.IsRegisteredAsync(context.Caller(), context.CancellationToken))
        {
            throw new RefusedException(Rejection.Because(Reasons.ResourceUnknown, ("name", name)));
        }

        if (ResourceNames.IsCase(name))
        {
            await context.Read(grains.GetGrain<ICaseGrain>(name));
        }
        else if (ResourceNames.IsPanel(name))
        {
            await context.Read(grains.GetGrain<IPanelGrain>(name));
        }
        else
        {
            await context.Read(grains.GetGrain<IRoundGrain>(name));
        }
    }

    // A pack is as large as what it tells of; memory is for those who wait meanwhile.
    private static FileStream Temporary() => new(
        Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, ChunkBytes,
        FileOptions.DeleteOnClose | FileOptions.Asynchronous);

    private static V1.ExportTableResponse File(V1.ExportTableRequest request, Report table)
    {
        var sheet = TableSheet.Of(table);
        var name = $"{request.Round.Split('/')[1]}-{(request.TableId.Length > 0 ? request.TableId : "query")}";
        return request.Format == V1.ExportFormat.Csv
            ? new() { MediaType = "text/csv; charset=utf-8", FileName = name + ".csv", Content = UnsafeByteOperations.UnsafeWrap(sheet.ToCsv()) }
            : new()
            {
                MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                FileName = name + ".xlsx",
                Content = UnsafeByteOperations.UnsafeWrap(sheet.ToXlsx()),
            };
    }
}
