using System.Diagnostics;
using Grpc.Health.V1;
using SmeOrleans.Cli.Connection;

namespace SmeOrleans.Cli.Server;

/// <summary>The service as a child process that ends with this one. What it prints goes to a log in its data folder.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private const int LogLinesShown = 20;
    private static readonly TimeSpan StartTime = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan ProbePause = TimeSpan.FromMilliseconds(50);

    private readonly Lock logTurn = new();
    private Process process;

    private ServerProcess(ServerOptions options)
    {
        Options = options;
        process = Launch();
        AppDomain.CurrentDomain.ProcessExit += KillOnExit;
    }

    public ServerOptions Options { get; private set; }

    public string LogPath => Path.Combine(Options.DataFolder, "server.log");

    /// <summary>Starts the service and waits until it serves.</summary>
    public static async Task<ServerProcess> StartAsync(ServerOptions options, CancellationToken stop)
    {
        Directory.CreateDirectory(options.DataFolder);
        var server = new ServerProcess(options);
        try
        {
            await server.WaitUntilServingAsync(stop);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>kill -9, then a new start on the same data; the sandbox clock goes on from <paramref name="now"/>.</summary>
    public async Task KillAndRestartAsync(DateTimeOffset? now, CancellationToken stop)
    {
        process.Kill();
        await process.WaitForExitAsync(stop);
        process.Dispose();
        Options = Options with { SandboxStart = now ?? Options.SandboxStart };
        process = Launch();
        await WaitUntilServingAsync(stop);
    }

    public async ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= KillOnExit;
        Signals.AskToEnd(process);
        using var patience = new CancellationTokenSource(DrainTime);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
        }

        process.Dispose();
    }

    private Process Launch()
    {
        var start = ServerProgram.Command(Options.Arguments());
        // The child serves one replay; profiling it costs more than it brings.
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        var launched = Process.Start(start) ?? throw CliException.Unreachable("the service cannot be started");
        launched.OutputDataReceived += (_, line) => Log(line.Data);
        launched.ErrorDataReceived += (_, line) => Log(line.Data);
        launched.BeginOutputReadLine();
        launched.BeginErrorReadLine();
        return launched;
    }

    private async Task WaitUntilServingAsync(CancellationToken stop)
    {
        using var connection = new ServiceConnection(Options.Address);
        for (var waited = Stopwatch.StartNew(); ; await Task.Delay(ProbePause, stop))
        {
            if (process.HasExited)
            {
                process.WaitForExit();
                throw CliException.Unreachable($"the service ended with exit code {process.ExitCode}:\n{LastLines()}");
            }

            if (await IsServingAsync(connection, stop))
            {
                return;
            }

            if (waited.Elapsed > StartTime)
            {
                throw CliException.Unreachable($"the service does not serve after {StartTime.TotalSeconds:F0} s:\n{LastLines()}");
            }
        }
    }

    private static async Task<bool> IsServingAsync(ServiceConnection connection, CancellationToken stop)
    {
        try
        {
            var health = await connection.Health.CheckAsync(new(), ServiceConnection.Options("", stop));
            return health.Status == HealthCheckResponse.Types.ServingStatus.Serving;
        }
        catch (RpcException) when (!stop.IsCancellationRequested)
        {
            return false;
        }
    }

    private void Log(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (logTurn)
        {
            File.AppendAllText(LogPath, line + "\n");
        }
    }

    private string LastLines()
    {
        lock (logTurn)
        {
            return File.Exists(LogPath) ? string.Join('\n', File.ReadLines(LogPath).TakeLast(LogLinesShown)) : "(it printed nothing)";
        }
    }

    private void KillOnExit(object? sender, EventArgs e)
    {
        if (!process.HasExited)
        {
            process.Kill();
        }
    }
}
