using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Net;

namespace SmeOrleans.Silo.Hosting;

/// <summary>The command line of the service; each option also reads an environment variable.</summary>
internal sealed class SiloArguments
{
    private const int DefaultPort = 5080;
    private const int DefaultHttpPort = 5081;

    private readonly Option<string> _store = Text("--store", "SME_STORE", "'Data Source=FILE' (SQLite) or 'Host=…' (PostgreSQL); default sme.db in the data folder");
    private readonly Option<string> _dataDirectory = Text("--data-dir", "SME_DATA_DIR", "folder for the embedded store, keys and mail; default .sme");
    private readonly Option<string> _listen = Text("--listen", "SME_LISTEN", "IP address to listen on; default 127.0.0.1");
    private readonly Option<string> _port = Text("--port", "SME_PORT", $"gRPC (HTTP/2); default {DefaultPort}, 0 = any free port");
    private readonly Option<string> _httpPort = Text("--http-port", "SME_HTTP_PORT", $"gRPC-Web, health, metrics, keys (HTTP/1.1); default {DefaultHttpPort}, 0 = any free port");
    private readonly Option<string> _tls = Text("--tls", "SME_TLS", "PEM file with certificate and private key; default cleartext");
    private readonly Option<bool> _sandbox = new("--sandbox") { Description = "the clock can be driven; for tests and replays" };
    private readonly Option<string> _sandboxStart = Text("--sandbox-start", "SME_SANDBOX_START", "where the clock of a new sandbox starts, e.g. 2018-02-13T00:00:00+08:00");
    private readonly Option<string[]> _issuers = new("--issuer") { Description = "token issuer as NAME=JWKS-FILE; repeatable; default: a development issuer in the data folder" };
    private readonly Option<string[]> _webOrigins = new("--web-origin") { Description = "origin of web pages that may call by gRPC-Web; repeatable; default none" };
    private readonly Option<string> _smtp = Text("--smtp", "SME_SMTP", "mail server as HOST:PORT; default: one file a mail in the data folder");
    private readonly Option<string> _mailFrom = Text("--mail-from", "SME_MAIL_FROM", "sender of notifications");

    public RootCommand Command { get; }

    public SiloArguments() => Command = new("The SmeOrleans service: grains, gRPC front end and storage in one process.")
    {
        _store, _dataDirectory, _listen, _port, _httpPort, _tls, _sandbox, _sandboxStart, _issuers, _webOrigins, _smtp, _mailFrom,
    };

    /// <summary>The options, or every problem found, each with option, value and what is allowed.</summary>
    public SiloOptions? Read(ParseResult parsed, out IReadOnlyList<string> problems)
    {
        var found = new List<string>();
        problems = found;
        var dataDirectory = parsed.GetValue(_dataDirectory) ?? ".sme";
        var options = new SiloOptions
        {
            DataDirectory = Path.GetFullPath(dataDirectory),
            Store = parsed.GetValue(_store),
            Listen = Value(_listen, "an IP address, e.g. 127.0.0.1 or ::", text => IPAddress.TryParse(text, out var it) ? it : null) ?? IPAddress.Loopback,
            Port = Value(_port, "0 to 65535", Port) ?? DefaultPort,
            HttpPort = Value(_httpPort, "0 to 65535", Port) ?? DefaultHttpPort,
            TlsCertificate = Value(_tls, "a readable PEM file", text => File.Exists(text) ? text : null),
            Sandbox = parsed.GetValue(_sandbox),
            SandboxStart = Value(_sandboxStart, "an ISO 8601 time with offset", Time),
            Issuers = parsed.GetValue(_issuers) ?? [],
            WebOrigins = parsed.GetValue(_webOrigins) ?? [],
            Smtp = parsed.GetValue(_smtp),
            MailFrom = parsed.GetValue(_mailFrom) ?? "no-reply@sme-guidance.example",
        };
        found.AddRange(options.Issuers.Where(issuer => issuer.Split('=', 2) is not [{ Length: > 0 }, var file] || !File.Exists(file))
            .Select(issuer => $"--issuer {issuer}: must be NAME=FILE with a readable JWKS file"));
        if (options.Store is { } store && !store.Contains("Data Source=", StringComparison.OrdinalIgnoreCase) && !store.Contains("Host=", StringComparison.OrdinalIgnoreCase))
        {
            found.Add($"--store {store}: must be 'Data Source=FILE' or 'Host=…;Username=…;Database=…'");
        }

        if (options.Port == options.HttpPort && options.Port != 0)
        {
            found.Add($"--port and --http-port: both are {options.Port}; they must differ");
        }

        if (options.SandboxStart is not null && !options.Sandbox)
        {
            found.Add("--sandbox-start: only together with --sandbox");
        }

        return found.Count == 0 ? options : null;

        T? Value<T>(Option<string> option, string allowed, Func<string, T?> read)
        {
            var text = parsed.GetValue(option);
            var value = text is null ? default : read(text);
            if (text is not null && value is null)
            {
                found.Add($"{option.Name} {text}: must be {allowed}");
            }

            return value;
        }
    }

    private static int? Port(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= IPEndPoint.MaxPort ? port : null;

    private static DateTimeOffset? Time(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time) ? time : null;

    private static Option<string> Text(string name, string variable, string description) => new(name)
    {
        Description = $"{description} [{variable}]",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? value : null!,
    };
}
