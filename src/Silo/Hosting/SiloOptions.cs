using System.Net;

namespace SmeOrleans.Silo.Hosting;

/// <summary>How one process of the service runs.</summary>
public sealed record SiloOptions
{
    /// <summary>Folder for the embedded store, keys and mail.</summary>
    public required string DataDirectory { get; init; }

    /// <summary><c>Data Source=FILE</c> for SQLite or <c>Host=…</c> for PostgreSQL; null = <c>sme.db</c> in the data folder.</summary>
    public string? Store { get; init; }

    /// <summary>Address that both ports listen on.</summary>
    public IPAddress Listen { get; init; } = IPAddress.Loopback;

    /// <summary>gRPC over HTTP/2; 0 = any free port.</summary>
    public int Port { get; init; }

    /// <summary>HTTP/1.1: gRPC-Web, health, metrics, keys; 0 = any free port.</summary>
    public int HttpPort { get; init; }

    /// <summary>PEM file with certificate and key; null = cleartext.</summary>
    public string? TlsCertificate { get; init; }

    /// <summary>The clock can be driven. Never on a store that has been used without.</summary>
    public bool Sandbox { get; init; }

    /// <summary>Where the clock of a new sandbox starts.</summary>
    public DateTimeOffset? SandboxStart { get; init; }

    /// <summary>Token issuers as <c>ISSUER=JWKS-FILE</c>; none = the development issuer of the data folder.</summary>
    public IReadOnlyList<string> Issuers { get; init; } = [];

    /// <summary>Origins of web pages that may call by gRPC-Web, e.g. <c>https://office.example</c>.</summary>
    public IReadOnlyList<string> WebOrigins { get; init; } = [];

    /// <summary>Mail server as <c>host:port</c>; null = files in the data folder.</summary>
    public string? Smtp { get; init; }

    /// <summary>Sender of notifications.</summary>
    public string MailFrom { get; init; } = "no-reply@sme-guidance.example";

    /// <summary>The store, resolved.</summary>
    public string StoreOrDefault => Store ?? $"Data Source={Path.Combine(DataDirectory, "sme.db")}";
}
