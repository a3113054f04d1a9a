using System.Globalization;
using System.Text;

namespace SmeOrleans.GrpcFrontend.Printing;

/// <summary>
/// Lines of Chinese text as PDF (ISO 32000-1). The font is named by the standard collection Adobe-CNS1, not embedded: a
/// reader shows it with its own Chinese font, so the service needs none installed and no character is lost. A
/// ToUnicode map lets text be searched and copied everywhere.
/// </summary>
internal static class PdfSheet
{
    private const int LinesPerPage = 38;
    private const int HalfWidthsPerLine = 80;
    private const int FirstPageObject = 7;

    public static byte[] Write(string title, IReadOnlyList<string> lines)
    {
        List<string> all = [title, "", .. lines.SelectMany(Wrap)];
        var pages = all.Chunk(LinesPerPage).ToList();
        var kids = string.Join(' ', pages.Select((_, page) => $"{FirstPageObject + 2 * page} 0 R"));
        List<string> objects =
        [
            "<< /Type /Catalog /Pages 2 0 R /Lang (zh-TW) >>",
            $"<< /Type /Pages /Kids [{kids}] /Count {pages.Count} >>",
            "<< /Type /Font /Subtype /Type0 /BaseFont /MSung-Light-UniCNS-UTF16-H /Encoding /UniCNS-UTF16-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>",
            "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /MSung-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (CNS1) /Supplement 6 >>"
                + " /DW 1000 /W [1 95 500] /FontDescriptor 6 0 R >>",
            Stream(ToUnicode(string.Concat(all))),
            "<< /Type /FontDescriptor /FontName /MSung-Light /Flags 4"
                + " /FontBBox [-160 -249 1015 888] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 662 /StemV 93 >>",
        ];
        foreach (var page in pages)
        {
            objects.Add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >>"
                + $" /Contents {objects.Count + 2} 0 R >>");
            objects.Add(Stream(Text(page)));
        }

        return File(objects);
    }

    /// <summary>Breaks where the line is full; Chinese may break between any two characters.</summary>
    private static IEnumerable<string> Wrap(string line)
    {
        var current = new StringBuilder();
        var width = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            var wide = rune.IsAscii ? 1 : 2;
            if (width + wide > HalfWidthsPerLine)
            {
                yield return current.ToString();
                current.Clear();
                width = 0;
            }

            current.Append(rune.ToString());
            width += wide;
        }

        yield return current.ToString();
    }

    private static string Text(IEnumerable<string> lines)
    {
        var text = new StringBuilder("BT /F1 11 Tf 19 TL 60 780 Td\n");
        foreach (var line in lines)
        {
            text.Append('<').Append(Hex(line)).Append("> Tj T*\n");
        }

        return text.Append("ET").ToString();
    }

    private static string ToUnicode(string all)
    {
        var map = new StringBuilder("/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def\n")
            .Append("3 begincodespacerange <0000> <D7FF> <D800DC00> <DBFFDFFF> <E000> <FFFF> endcodespacerange\n");

        // A block may hold at most 100 entries.
        foreach (var block in all.EnumerateRunes().Distinct().Select(rune => Hex(rune.ToString())).Chunk(100))
        {
            map.Append(CultureInfo.InvariantCulture, $"{block.Length} beginbfchar\n");
            map.AppendJoin('\n', block.Select(code => $"<{code}> <{code}>")).Append("\nendbfchar\n");
        }

        return map.Append("endcmap end end").ToString();
    }

    private static string Hex(string text) => Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text));

    private static string Stream(string content) => $"<< /Length {content.Length} >>\nstream\n{content}\nendstream";

    /// <summary>Objects numbered from 1, their places, and where to begin.</summary>
    private static byte[] File(IReadOnlyList<string> objects)
    {
        var file = new StringBuilder("%PDF-1.5\n");
        var places = new List<int>();
        for (var number = 1; number <= objects.Count; number++)
        {
            places.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{number} 0 obj\n{objects[number - 1]}\nendobj\n");
        }

        var start = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        places.ForEach(place => file.Append(CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n"));
        file.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(file.ToString());
    }
}
