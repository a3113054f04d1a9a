using System.Net;
using System.Net.Sockets;

namespace SmeOrleans.Silo.Hosting;

/// <summary>Ports are tried before anything starts.</summary>
internal static class Ports
{
    /// <summary>A port that is free now.</summary>
    public static int Free(IPAddress address)
    {
        using var listener = new TcpListener(address, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>The asked port, or any free one for 0. A taken one is answered with the next free one.</summary>
    public static int Resolve(IPAddress address, int port, string surface, string option) =>
        port == 0 ? Free(address)
        : IsFree(address, port) ? port
        : throw new StartException($"{surface}: port {port} on {address} is taken. Use {option} {NextFree(address, port)}, which is free now, or stop what listens there.");

    private static int NextFree(IPAddress address, int port) =>
        Enumerable.Range(port + 1, IPEndPoint.MaxPort - port).Where(next => IsFree(address, next)).DefaultIfEmpty(0).First();

    private static bool IsFree(IPAddress address, int port)
    {
        try
        {
            using var listener = new TcpListener(address, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
