using System.Net;
using System.Net.Sockets;

namespace SmeOrleans.Cli.Server;

/// <summary>How to start the service.</summary>
/// <param name="SandboxStart">Not null: the clock can be driven, and starts there.</param>
internal sealed record ServerOptions(
    string DataFolder, string? Store, string Listen, int Port, int HttpPort, DateTimeOffset? SandboxStart)
{
    public string Address => $"http://{Listen}:{Port}";

    public IEnumerable<string> Arguments()
    {
        yield return "--data-dir";
        yield return DataFolder;
        if (Store is not null)
        {
            yield return "--store";
            yield return Store;
        }

        yield return "--listen";
        yield return Listen;
        yield return "--port";
        yield return Port.ToString(CultureInfo.InvariantCulture);
        yield return "--http-port";
        yield return HttpPort.ToString(CultureInfo.InvariantCulture);
        if (SandboxStart is { } start)
        {
            yield return "--sandbox";
            yield return "--sandbox-start";
            yield return start.ToString("O", CultureInfo.InvariantCulture);
        }
    }

    /// <summary>Two ports that nobody listens on just now.</summary>
    public static (int Port, int HttpPort) FreePorts()
    {
        using var first = new TcpListener(IPAddress.Loopback, 0);
        using var second = new TcpListener(IPAddress.Loopback, 0);
        first.Start();
        second.Start();
        return (((IPEndPoint)first.LocalEndpoint).Port, ((IPEndPoint)second.LocalEndpoint).Port);
    }
}
