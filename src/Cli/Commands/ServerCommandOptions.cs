using System.CommandLine;

namespace SmeOrleans.Cli.Commands;

/// <summary>Options of the service, as its own program has them.</summary>
internal sealed class ServerCommandOptions
{
    public Option<string?> Store { get; } = new("--store")
    {
        Description = "Where data is kept: 'Data Source=FILE' (SQLite) or 'Host=…;Database=…' (PostgreSQL); default sme.db in the data folder",
        HelpName = "CONNECTION",
    };

    public Option<string> DataDir { get; } = new("--data-dir")
    {
        Description = "Folder of the service's keys and files",
        DefaultValueFactory = _ => ".sme",
        HelpName = "DIR",
    };

    public Option<string> Listen { get; } = new("--listen")
    {
        Description = "Address to listen on",
        DefaultValueFactory = _ => "127.0.0.1",
        HelpName = "IP",
    };

    public Option<int> Port { get; } = new("--port")
    {
        Description = "Port of gRPC (HTTP/2)",
        DefaultValueFactory = _ => 5080,
    };

    public Option<int> HttpPort { get; } = new("--http-port")
    {
        Description = "Port of health, metrics, keys and gRPC-Web (HTTP/1.1)",
        DefaultValueFactory = _ => 5081,
    };
}
