namespace SmeOrleans.Cli.Output;

/// <summary>How data goes to standard output.</summary>
internal enum OutputFormat
{
    /// <summary>Tables for people.</summary>
    Table,

    /// <summary>One JSON document.</summary>
    Json,

    /// <summary>One JSON object a line.</summary>
    Jsonl,
}
