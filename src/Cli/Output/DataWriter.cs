using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Google.Protobuf;
using Spectre.Console;

namespace SmeOrleans.Cli.Output;

/// <summary>Writes the data of a command to standard output in the format asked for.</summary>
internal sealed class DataWriter
{
    private const int WidthWhenRedirected = 160;

    private static readonly JsonFormatter Formatter = new(JsonFormatter.Settings.Default.WithFormatDefaultValues(true));

    private readonly TextWriter output;
    private readonly JsonArray collected = [];

    public DataWriter(TextWriter output, OutputFormat format, bool colour, bool redirected)
    {
        this.output = output;
        Format = format;
        Console = AnsiConsole.Create(new()
        {
            Out = new AnsiConsoleOutput(output),
            ColorSystem = colour ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Ansi = colour ? AnsiSupport.Detect : AnsiSupport.No,
        });
        if (redirected)
        {
            Console.Profile.Width = WidthWhenRedirected;
        }
    }

    public OutputFormat Format { get; }

    /// <summary>Where tables for people go.</summary>
    public IAnsiConsole Console { get; }

    public bool ForPeople => Format == OutputFormat.Table;

    /// <summary>A line for people; nothing in the other formats.</summary>
    public void Line(string text = "")
    {
        if (ForPeople)
        {
            output.WriteLine(text);
        }
    }

    /// <summary>A table for people; nothing in the other formats.</summary>
    public void Table(string? title, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        if (!ForPeople)
        {
            return;
        }

        var table = new Table { Border = TableBorder.Rounded, Title = title is null ? null : new(Markup.Escape(title)) };
        foreach (var column in columns)
        {
            table.AddColumn(new TableColumn(Markup.Escape(column)));
        }

        foreach (var row in rows)
        {
            table.AddRow(row.Select(cell => new Markup(Markup.Escape(cell))));
        }

        Console.Write(table);
    }

    /// <summary>A record for programs; nothing in tables.</summary>
    public void Record(object record)
    {
        if (ForPeople)
        {
            return;
        }

        var json = record is IMessage message ? JsonNode.Parse(Formatter.Format(message)) : JsonSerializer.SerializeToNode(record, Lines);
        if (Format == OutputFormat.Jsonl)
        {
            output.WriteLine(json!.ToJsonString(Lines));
            output.Flush();
        }
        else
        {
            collected.Add(json);
        }
    }

    /// <summary>Ends the output: a list of records, or the record itself when there is just one to expect.</summary>
    public void Close(bool single = false)
    {
        if (Format == OutputFormat.Json)
        {
            output.WriteLine((single && collected.Count == 1 ? collected[0]! : collected).ToJsonString(Document));
        }
    }

    private static readonly JsonSerializerOptions Lines = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonSerializerOptions Document = new(Lines) { WriteIndented = true };
}
