using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace SmeOrleans.GrpcFrontend.Reports;

/// <summary>A table as lines of cells, and these as a file.</summary>
public sealed class TableSheet
{
    private static readonly UTF8Encoding Utf8WithMark = new(encoderShouldEmitUTF8Identifier: true);

    private readonly ImmutableArray<ImmutableArray<string>> _lines;

    /// <param name="cells">By row and column key; what is not there stays empty.</param>
    public TableSheet(IReadOnlyList<string> rows, IReadOnlyList<string> columns, IReadOnlyDictionary<(string Row, string Column), string> cells) =>
        _lines = [["", .. columns], .. rows.Select(row => ImmutableArray.Create([row, .. columns.Select(column => cells.GetValueOrDefault((row, column), ""))]))];

    public static TableSheet Of(Report table) =>
        new(table.Rows, table.Columns, table.Cells.ToDictionary(cell => (cell.Row, cell.Column), cell => cell.Value));

    /// <summary>RFC 4180, UTF-8 with byte order mark.</summary>
    public byte[] ToCsv() => [.. Utf8WithMark.Preamble, .. Utf8WithMark.GetBytes(ToCsvText())];

    /// <summary>The same without the mark.</summary>
    public string ToCsvText() => string.Concat(_lines.Select(line => string.Join(',', line.Select(CsvCell)) + "\r\n"));

    /// <summary>Office Open XML with one sheet. Text is stored as text, which no program takes for a formula.</summary>
    public byte[] ToXlsx()
    {
        using var file = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            var sheet = book.AddNewPart<WorksheetPart>();
            sheet.Worksheet = new(new SheetData(_lines.Select(line => new Row(line.Select(XlsxCell)))));
            book.Workbook = new(new Sheets(new Sheet { Id = book.GetIdOfPart(sheet), SheetId = 1, Name = "1" }));
        }

        return file.ToArray();
    }

    // A spreadsheet program runs what begins like a formula, in quotes or not (S16): an apostrophe makes it text.
    private static string CsvCell(string text)
    {
        var safe = LooksLikeFormula(text) ? "'" + text : text;
        return safe.AsSpan().IndexOfAny("\",\r\n") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"")}\"";
    }

    private static Cell XlsxCell(string text) => IsNumber(text)
        ? new() { DataType = CellValues.Number, CellValue = new(text) }
        : new() { DataType = CellValues.InlineString, InlineString = new(new Text(text) { Space = SpaceProcessingModeValues.Preserve }) };

    private static bool LooksLikeFormula(string text) => text.Length > 0 && "=+-@\t\r\n".Contains(text[0]) && !IsNumber(text);

    private static bool IsNumber(string text) =>
        text.Length <= 15 && (text == "0" || !text.StartsWith('0') || text.StartsWith("0.", StringComparison.Ordinal))
        && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _)
        && !text.StartsWith('+');
}
