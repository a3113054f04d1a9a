using System.Buffers.Binary;

namespace SmeOrleans.GrpcFrontend.Documents;

/// <summary>Tells the type of a document by its content (W-3); what a sender calls it does not count.</summary>
public static class MediaTypes
{
    public const string Pdf = "application/pdf";
    public const string Doc = "application/msword";
    public const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    public const string Other = "application/octet-stream";

    // ZIP, APPNOTE 4.3.12 and 4.3.16: sizes of the fixed parts and where their fields lie.
    private const int EntrySize = 46, EntryNameLength = 28, EntryExtraLength = 30, EntryCommentLength = 32;
    private const int EndSize = 22, EndDirectoryOffset = 16, CommentMax = 65_535;

    private static ReadOnlySpan<byte> CompoundFile => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    // Name of the stream that makes a compound file a Word document, as the file's directory writes it (MS-DOC 2.1).
    private static ReadOnlySpan<byte> WordStream => "W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0"u8;

    private static ReadOnlySpan<byte> ZipEntry => "PK\u0001\u0002"u8;

    private static ReadOnlySpan<byte> ZipEnd => "PK\u0005\u0006"u8;

    public static string Of(ReadOnlySpan<byte> content) =>
        content.StartsWith("%PDF-"u8) ? Pdf
        : content.StartsWith(CompoundFile) && content.IndexOf(WordStream) > 0 ? Doc
        : content.StartsWith("PK\u0003\u0004"u8) && HasWordPart(content) ? Docx
        : Other;

    /// <summary>Walks the directory of a ZIP without unpacking or keeping anything.</summary>
    private static bool HasWordPart(ReadOnlySpan<byte> content)
    {
        var tail = content[Math.Max(0, content.Length - EndSize - CommentMax)..];
        var end = tail.LastIndexOf(ZipEnd);
        if (end < 0 || tail.Length - end < EndSize)
        {
            return false;
        }

        var place = (long)BinaryPrimitives.ReadUInt32LittleEndian(tail[(end + EndDirectoryOffset)..]);
        while (place + EntrySize <= content.Length && content[(int)place..].StartsWith(ZipEntry))
        {
            var entry = content[(int)place..];
            var nameLength = BinaryPrimitives.ReadUInt16LittleEndian(entry[EntryNameLength..]);
            if (entry[EntrySize..].StartsWith("word/"u8) && nameLength > "word/".Length)
            {
                return true;
            }

            place += EntrySize + nameLength
                + BinaryPrimitives.ReadUInt16LittleEndian(entry[EntryExtraLength..])
                + BinaryPrimitives.ReadUInt16LittleEndian(entry[EntryCommentLength..]);
        }

        return false;
    }
}
