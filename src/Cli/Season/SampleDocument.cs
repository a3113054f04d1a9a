namespace SmeOrleans.Cli.Season;

/// <summary>A genuine one-page PDF that says which document of which application it stands for.</summary>
internal static class SampleDocument
{
    public static byte[] Pdf(string applicationId, DocumentKind kind)
    {
        var text = $"BT /F1 14 Tf 60 760 Td ({Escape(applicationId)} {kind}) Tj ET";
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            $"<< /Length {text.Length} >>\nstream\n{text}\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ];
        var file = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>();
        for (var number = 1; number <= objects.Length; number++)
        {
            offsets.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{number} 0 obj\n{objects[number - 1]}\nendobj\n");
        }

        var table = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        offsets.ForEach(offset => file.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n"));
        file.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Length + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(file.ToString());
    }

    private static string Escape(string text) =>
        string.Concat(text.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-' ? letter : '_'));
}
