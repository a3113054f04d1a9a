using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SmeOrleans.Projection.Tests;

/// <summary>A mail server that takes mail, or refuses the first so many.</summary>
internal sealed class SmtpListener : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _closing = new();
    private readonly Task _serving;
    private int _refusals;

    public SmtpListener(int refusals = 0)
    {
        _refusals = refusals;
        _listener.Start();
        _serving = ServeAsync();
    }

    public string Address => $"127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    public List<(string Recipient, string Content)> Received { get; } = [];

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await _serving;
        _listener.Dispose();
        _closing.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_closing.Token);
                await ConverseAsync(client.GetStream());
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    private async Task ConverseAsync(Stream stream)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8);
        await using var writer = new StreamWriter(stream, new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 test");
        var recipient = "";
        while (await reader.ReadLineAsync(_closing.Token) is { } line)
        {
            switch (line.Split(' ', ':')[0].ToUpperInvariant())
            {
                case "RCPT" when _refusals-- > 0:
                    await writer.WriteLineAsync("451 come back later");
                    break;
                case "RCPT":
                    recipient = line;
                    await writer.WriteLineAsync("250 ok");
                    break;
                case "DATA":
                    await writer.WriteLineAsync("354 go on");
                    Received.Add((recipient, await ContentAsync(reader)));
                    await writer.WriteLineAsync("250 taken");
                    break;
                case "QUIT":
                    await writer.WriteLineAsync("221 bye");
                    return;
                default:
                    await writer.WriteLineAsync("250 ok");
                    break;
            }
        }
    }

    private async Task<string> ContentAsync(StreamReader reader)
    {
        var content = new StringBuilder();
        while (await reader.ReadLineAsync(_closing.Token) is { } line && line != ".")
        {
            content.Append(line).Append("\r\n");
        }

        return content.ToString();
    }
}
