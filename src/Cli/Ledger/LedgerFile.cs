using System.Text.Encodings.Web;
using System.Text.Json;

namespace SmeOrleans.Cli.Ledger;

/// <summary>The ledger as a file of JSON lines, appended to by every run.</summary>
internal sealed class LedgerFile : IDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Lock turn = new();
    private readonly FileStream file;

    public LedgerFile(string path)
    {
        Path = path;
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))!);
        file = new(path, FileMode.Append, FileAccess.Write, FileShare.Read);
    }

    public string Path { get; }

    /// <summary>Hands a line to the operating system, so that it outlives this process.</summary>
    public void Write(LedgerLine line)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(line, Json);
        lock (turn)
        {
            file.Write(bytes);
            file.WriteByte((byte)'\n');
            file.Flush();
        }
    }

    /// <summary>Forces everything written so far to the disk.</summary>
    public void Sync()
    {
        lock (turn)
        {
            file.Flush(flushToDisk: true);
        }
    }

    /// <summary>Reads a ledger. A torn last line of a killed run is no line.</summary>
    public static List<LedgerLine> Read(string path)
    {
        var lines = new List<LedgerLine>();
        using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        while (reader.ReadLine() is { } text)
        {
            if (Parse(text) is { } line)
            {
                lines.Add(line);
            }
        }

        return lines;
    }

    public void Dispose() => file.Dispose();

    private static LedgerLine? Parse(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<LedgerLine>(text, Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
