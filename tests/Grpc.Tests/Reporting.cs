using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using SmeOrleans.Grpc.Tests.Served;

namespace SmeOrleans.Grpc.Tests;

/// <summary>Files, releases, history and evidence through the contract.</summary>
[Collection(ServedCollection.Name)]
public sealed class Reporting(Service service)
{
    private V1.ReportService.ReportServiceClient Office => Of(Role.Office);

    [Fact]
    public async Task Then_a_table_and_a_crossing_come_as_csv_and_as_a_workbook()
    {
        var csv = await Office.ExportTableAsync(new() { Round = Programme.Round, TableId = "table-05", Format = V1.ExportFormat.Csv });
        var book = await Office.ExportTableAsync(new()
        {
            Round = Programme.Round, Format = V1.ExportFormat.Xlsx, Query = new() { Rows = "group", Columns = "grade", Measure = V1.Measure.BenefitNtd },
        });

        Assert.Equal(("107-table-05.csv", "107-query.xlsx"), (csv.FileName, book.FileName));
        Assert.StartsWith("\uFEFF,process,total\r\nfoundation,", Encoding.UTF8.GetString(csv.Content.Span), StringComparison.Ordinal);
        using var archive = new ZipArchive(new MemoryStream(book.Content.ToByteArray()));
        Assert.Contains(archive.Entries, entry => entry.FullName.EndsWith("sheet1.xml", StringComparison.Ordinal) || entry.FullName.Contains("worksheet", StringComparison.Ordinal));
        await Refused.Because(Reasons.FieldInvalid, Office.ExportTableAsync(new() { Round = Programme.Round, Format = V1.ExportFormat.Csv }));
        await Refused.Because(Reasons.FieldInvalid, Office.QueryCasesAsync(
            new() { Round = Programme.Round, Rows = "indicator", Measure = V1.Measure.PaidNtd }));
    }

    [Fact]
    public async Task Then_a_released_table_has_the_digest_of_its_file_and_the_same_request_gives_the_same_release()
    {
        const string Round = "rounds/107-release";
        await service.Programme.CreateRoundAsync(Round, Service.Start, Service.Start.AddYears(1));
        var request = new V1.ReleaseTableRequest { Round = Round, TableId = "table-02", RequestId = Programme.NewId() };

        var release = await Office.ReleaseTableAsync(request);
        var file = await Office.ExportTableAsync(new() { Round = Round, TableId = "table-02", Format = V1.ExportFormat.Csv });

        Assert.Equal(release.Table.Cells.Count, release.FiguresChecked);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(file.Content.Span)), release.Sha256);
        Assert.Equal(release, await Office.ReleaseTableAsync(request));
        var second = await Office.ReleaseTableAsync(new() { Round = Round, TableId = "table-02", RequestId = Programme.NewId() });
        Assert.Equal(2, second.Number);
        Assert.Equal([release, second], (await Of(Role.Auditor).ListTableReleasesAsync(new() { Round = Round, TableId = "table-02" })).Releases);
        Assert.Empty((await Office.ListTableReleasesAsync(new() { Round = Round, TableId = "table-04" })).Releases);
        await Refused.Because(Reasons.FieldInvalid, Office.ReleaseTableAsync(new() { Round = Round, TableId = "table-99", RequestId = Programme.NewId() }));
    }

    [Fact]
    public async Task Then_earlier_years_go_on_record_and_years_of_own_rounds_do_not()
    {
        var figure = new V1.HistoryFigure { Table = "32", RocYear = "98", Dimension = "region", Key = "north", Measure = "applied", Value = "7" };

        var recorded = await Office.RecordHistoryAsync(new() { Figures = { figure }, RequestId = Programme.NewId() });

        Assert.True(recorded.Figures > 0);
        Assert.Contains(figure, (await Of(Role.Chair).GetSeriesAsync(new() { Table = "32" })).Figures);
        await Refused.Because(Reasons.HistoryOfRound, Office.RecordHistoryAsync(
            new() { Figures = { new V1.HistoryFigure(figure) { RocYear = "107" } }, RequestId = Programme.NewId() }));
        await Refused.Because(Reasons.FieldInvalid, Office.GetSeriesAsync(new() { Table = "99" }));
    }

    [Fact]
    public async Task Then_insiders_get_a_pack_and_whoever_also_reviews_gets_none()
    {
        using var call = Of(Role.Auditor).ExportEvidence(new() { Name = Programme.Round });
        using var pack = new MemoryStream();
        await foreach (var chunk in call.ResponseStream.ReadAllAsync())
        {
            pack.Write(chunk.Content.Span);
        }

        using var archive = new ZipArchive(pack);
        Assert.NotNull(archive.GetEntry("manifest.jws"));
        Assert.NotNull(archive.GetEntry("journal/00001.jsonl"));
        using var reviewing = Of(Role.Office | Role.Reviewer).ExportEvidence(new() { Name = Programme.Round });
        var refused = await Assert.ThrowsAsync<RpcException>(() => reviewing.ResponseStream.MoveNext(default));
        Assert.Equal(StatusCode.NotFound, refused.StatusCode);
    }

    private V1.ReportService.ReportServiceClient Of(Role role) => new(service.As(role));
}
