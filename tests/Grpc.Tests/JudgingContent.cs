using System.IO.Compression;
using SmeOrleans.GrpcFrontend.Documents;

namespace SmeOrleans.Grpc.Tests;

/// <summary>W-3: the type of a document is what its content says.</summary>
public sealed class JudgingContent
{
    [Fact]
    public void Then_pdf_doc_and_docx_are_known_by_content()
    {
        Assert.Equal(MediaTypes.Pdf, MediaTypes.Of("%PDF-1.7\n"u8));
        Assert.Equal(MediaTypes.Doc, MediaTypes.Of([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. System.Text.Encoding.Unicode.GetBytes("WordDocument")]));
        Assert.Equal(MediaTypes.Other, MediaTypes.Of([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. System.Text.Encoding.Unicode.GetBytes("Workbook")]));
        Assert.Equal(MediaTypes.Docx, MediaTypes.Of(Zip("[Content_Types].xml", "word/document.xml")));
    }

    [Fact]
    public void Then_everything_else_is_octets()
    {
        Assert.Equal(MediaTypes.Other, MediaTypes.Of(Zip("xl/workbook.xml")));
        Assert.Equal(MediaTypes.Other, MediaTypes.Of("MZ"u8));
        Assert.Equal(MediaTypes.Other, MediaTypes.Of([]));
        Assert.Equal(MediaTypes.Other, MediaTypes.Of(" %PDF-"u8));
    }

    [Fact]
    public void Then_a_broken_archive_is_octets_and_nothing_worse()
    {
        var whole = Zip("a.txt", "word/document.xml");
        for (var length = 0; length < whole.Length; length++)
        {
            Assert.Equal(MediaTypes.Other, MediaTypes.Of(whole.AsSpan(0, length)));
        }

        // Every byte of the directory lies in turn.
        for (var place = whole.Length - 120; place < whole.Length; place++)
        {
            var lying = (byte[])whole.Clone();
            lying[place] = 0xFF;
            Assert.Contains(MediaTypes.Of(lying), new[] { MediaTypes.Docx, MediaTypes.Other });
        }
    }

    private static byte[] Zip(params string[] names)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create))
        {
            foreach (var name in names)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write("x"u8);
            }
        }

        return file.ToArray();
    }
}
