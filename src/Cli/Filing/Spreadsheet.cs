using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace SmeOrleans.Cli.Filing;

/// <summary>Reads the first sheet of an XLSX workbook as rows below a header.</summary>
internal static class Spreadsheet
{
    public static List<CsvRow> Read(string path)
    {
        try
        {
            using var workbook = SpreadsheetDocument.Open(path, isEditable: false);
            return Read(path, workbook.WorkbookPart ?? throw CliException.Usage($"{path}: there is no workbook in it"));
        }
        catch (Exception wrong) when (wrong is IOException or FormatException or OpenXmlPackageException or InvalidDataException)
        {
            throw CliException.Usage($"{path}: {wrong.Message}");
        }
    }

    private static List<CsvRow> Read(string path, WorkbookPart workbook)
    {
        var first = workbook.Workbook?.Descendants<Sheet>().FirstOrDefault()?.Id?.Value;
        if (first is null || workbook.GetPartById(first) is not WorksheetPart { Worksheet: { } worksheet })
        {
            throw CliException.Usage($"{path}: there is no sheet in it");
        }

        var shared = workbook.SharedStringTablePart?.SharedStringTable?.Elements<SharedStringItem>().Select(item => item.InnerText).ToList() ?? [];
        var rows = worksheet.Descendants<Row>().Select(row => (Number: (int)(row.RowIndex?.Value ?? 0), Cells: CellsOf(row, shared))).ToList();
        if (rows.Count == 0)
        {
            return [];
        }

        var header = rows[0].Cells;
        return
        [
            .. from row in rows.Skip(1)
               where row.Cells.Values.Any(text => text.Length > 0)
               select new CsvRow(path, row.Number, header
                   .Where(heading => heading.Value.Length > 0)
                   .DistinctBy(heading => heading.Value)
                   .ToDictionary(heading => heading.Value, heading => row.Cells.GetValueOrDefault(heading.Key, ""))),
        ];
    }

    // Empty cells are not written, so a cell is known by the letters of its reference only.
    private static Dictionary<string, string> CellsOf(Row row, List<string> shared) =>
        row.Elements<Cell>().ToDictionary(
            cell => string.Concat((cell.CellReference?.Value ?? "").TakeWhile(char.IsAsciiLetter)),
            cell => TextOf(cell, shared).Trim());

    private static string TextOf(Cell cell, List<string> shared)
    {
        if (cell.DataType?.Value == CellValues.SharedString
            && int.TryParse(cell.CellValue?.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            && index < shared.Count)
        {
            return shared[index];
        }

        return cell.DataType?.Value == CellValues.InlineString ? cell.InlineString?.InnerText ?? "" : cell.CellValue?.Text ?? "";
    }
}
