using System.Diagnostics;
using Npgsql;

namespace SmeOrleans.Support;

/// <summary>
/// A private PostgreSQL cluster, started with the first database asked for and gone with this process, however that ends:
/// a shell holds the server's life and reads from a pipe that only this process can keep open.
/// </summary>
public static class PostgresServer
{
    private const string Ready = "database system is ready to accept connections";

    private const int StartSeconds = 60;

    /// <summary>Runs the server beside a read that ends when the test process does; then stops it and removes its files.</summary>
    private const string Keeper = """
        folder=$1; shift
        "$@" & server=$!
        cat >/dev/null
        kill -QUIT $server; wait $server; rm -rf "$folder"
        """;

    private static readonly Lazy<Task<string>> Server = new(StartAsync);

    private static Process? _keeper;

    /// <summary>
    /// Whether commits wait for the disk; set before the first database is asked for. Tests need not wait: the files do
    /// not outlive them.
    /// </summary>
    public static bool WaitsForDisk { get; set; }

    /// <summary>Connection string of a fresh, empty database.</summary>
    /// <exception cref="InvalidOperationException">PostgreSQL is not installed or did not start; the message tells what to do.</exception>
    public static async Task<string> CreateDatabaseAsync()
    {
        var name = $"t{Guid.NewGuid():n}";
        var server = await Server.Value;
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"create database {name} template template0", connection);
        await command.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(server) { Database = name, Pooling = true }.ToString();
    }

    private static async Task<string> StartAsync()
    {
        if (Environment.GetEnvironmentVariable("SME_TEST_POSTGRES") is { Length: > 0 } given)
        {
            return new NpgsqlConnectionStringBuilder(given) { Pooling = false }.ToString();
        }

        var binaries = PostgresBinaries.Folder();
        var folder = Path.Combine(Path.GetTempPath(), $"sme-postgres-{Guid.NewGuid():n}");
        await InitializeAsync(Path.Combine(binaries, "initdb"), folder);
        var port = LoopbackPort.Free();
        await RunAsync(Path.Combine(binaries, "postgres"), folder, port);
        return $"Host=127.0.0.1;Port={port};Username=postgres;Database=postgres;Pooling=false";
    }

    private static async Task InitializeAsync(string initdb, string folder)
    {
        using var process = Start([
            .. PostgresBinaries.AsOrdinaryUser(), initdb, "-D", folder, "-U", "postgres", "-E", "UTF8", "--no-locale", "--auth=trust", "--no-sync"]);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"initdb failed ({process.ExitCode}): {errors}{await output}");
        }
    }

    private static async Task RunAsync(string postgres, string folder, int port)
    {
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var log = new List<string>();
        _keeper = Start([
            "/bin/sh", "-c", Keeper, "keeper", folder, .. PostgresBinaries.AsOrdinaryUser(), postgres, "-D", folder, "-p", $"{port}",
            "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", $"fsync={(WaitsForDisk ? "on" : "off")}", "-c", "max_connections=300"]);
        _keeper.OutputDataReceived += (_, _) => { };
        _keeper.ErrorDataReceived += (_, line) =>
        {
            lock (log)
            {
                log.Add(line.Data ?? "");
            }

            if (line.Data?.Contains(Ready) == true)
            {
                ready.TrySetResult();
            }
            else if (line.Data is null || line.Data.Contains("FATAL"))
            {
                ready.TrySetException(new InvalidOperationException("PostgreSQL did not start: " + string.Join('\n', log)));
            }
        };
        _keeper.BeginOutputReadLine();
        _keeper.BeginErrorReadLine();
        await ready.Task.WaitAsync(TimeSpan.FromSeconds(StartSeconds));
    }

    private static Process Start(IReadOnlyList<string> words)
    {
        // The temporary folder is where any user may be; the current one may be closed to PostgreSQL's.
        var start = new ProcessStartInfo(words[0], words.Skip(1))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
            Environment = { ["LC_ALL"] = "C" },
        };
        return Process.Start(start)!;
    }
}
