using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using SmeOrleans.Cli.Filing;
using SmeOrleans.V1;

namespace SmeOrleans.Cli.Tests.Filing;

public sealed class When_a_batch_file_is_read : IDisposable
{
    private const string Header = "reference,company,group,function,title,total_ntd,government_ntd";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("sme-batch-");

    [Fact]
    public void Then_a_row_becomes_an_application()
    {
        var row = Assert.Single(Csv($"{Header},female_pi\n007,00004076,metal,process,\"製程, 改善\",\"250,000\",200000,1\n").Rows);
        Assert.Equal(2, row.Row);
        Assert.Equal(
            new Application
            {
                Company = "companies/00004076", Group = "metal", Function = "process", Mode = CaseMode.General, Title = "製程, 改善",
                TotalNtd = 250_000, GovernmentNtd = 200_000, SelfNtd = 50_000, FemalePrincipalInvestigator = true, Reference = "007",
            },
            row.Application);
    }

    [Fact]
    public void Then_a_wrong_cell_is_named_by_row_and_column()
    {
        var rows = Csv("編號,統一編號,類組,功能別,計畫名稱,總經費,政府經費\n1,2,g,f,t,10,5\n2,2,g,f,t,many,5\n").Rows;
        Assert.NotNull(rows[0].Application);
        Assert.Equal((3, "總經費"), (rows[1].Row, rows[1].Column));
    }

    [Fact]
    public void Then_a_field_that_the_service_names_is_shown_by_its_heading()
    {
        var batch = Csv("編號,統一編號,類組,功能別,計畫名稱,總經費,政府經費\n1,2,g,f,t,10,5\n");
        Assert.Equal("政府經費", batch.HeadingOf("application.government_ntd"));
        Assert.Equal("topic", batch.HeadingOf("topic"));
    }

    [Theory]
    [InlineData("reference,company\n1,2\n", "group, function, title, total_ntd, government_ntd")]
    [InlineData(Header + "\n", "no row")]
    public void Then_a_file_without_what_is_needed_is_a_wrong_use(string content, string explanation) =>
        Assert.Contains(explanation, Assert.Throws<CliException>(() => Csv(content)).Message);

    [Fact]
    public void Then_a_workbook_reads_like_a_csv_file()
    {
        var path = Path.Combine(folder.FullName, "batch.xlsx");
        // Row 3 is empty and row 4 leaves out cells, as spreadsheet programs do.
        Workbook(path, (1, [.. Header.Split(','), "topic"]), (2, ["1", "00004076", "metal", "process", "題", "10", "5", "題材"]), (4, ["2", "3", "g", "f", "t", "9", "4"]));
        var rows = BatchFile.Read(path, "rounds/r").Rows;
        Assert.Equal([2, 4], rows.Select(row => row.Row));
        Assert.Equal(("companies/00004076", "題材", 5), (rows[0].Application!.Company, rows[0].Application!.Topic, rows[0].Application!.SelfNtd));
        Assert.Equal("", rows[1].Application!.Topic);
    }

    [Fact]
    public void Then_what_is_no_workbook_is_a_wrong_use()
    {
        var path = Path.Combine(folder.FullName, "broken.xlsx");
        File.WriteAllText(path, "no zip");
        Assert.Equal(ExitCodes.Usage, Assert.Throws<CliException>(() => BatchFile.Read(path, "rounds/r")).ExitCode);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private BatchFile Csv(string content)
    {
        var path = Path.Combine(folder.FullName, "batch.csv");
        File.WriteAllText(path, content);
        return BatchFile.Read(path, "rounds/r");
    }

    private static void Workbook(string path, params (uint Number, string[] Cells)[] rows)
    {
        using var file = SpreadsheetDocument.Create(path, SpreadsheetDocumentType.Workbook);
        var workbook = file.AddWorkbookPart();
        var sheet = workbook.AddNewPart<WorksheetPart>();
        var strings = workbook.AddNewPart<SharedStringTablePart>();
        strings.SharedStringTable = new();
        sheet.Worksheet = new(new SheetData(rows.Select(row => new Row(row.Cells.Index().Select(cell => CellOf(row.Number, cell.Index, cell.Item, strings)))
        {
            RowIndex = row.Number,
        })));
        workbook.Workbook = new(new Sheets(new Sheet { Id = workbook.GetIdOfPart(sheet), SheetId = 1, Name = "1" }));
    }

    private static Cell CellOf(uint row, int column, string text, SharedStringTablePart strings)
    {
        strings.SharedStringTable!.Append(new SharedStringItem(new Text(text)));
        return new()
        {
            CellReference = $"{(char)('A' + column)}{row}",
            DataType = CellValues.SharedString,
            CellValue = new((strings.SharedStringTable!.Count() - 1).ToString()),
        };
    }
}
