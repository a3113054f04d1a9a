using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using SmeOrleans.Cli.Server;

namespace SmeOrleans.Cli.Doctor;

/// <summary>Looks at everything that the service and its tests need on this machine.</summary>
internal sealed class Surgery(ServerOptions options, TimeProvider time)
{
    private const int RuntimeMajor = 10;
    private const long DiskBytesNeeded = 1L << 30;
    private static readonly TimeSpan ConnectTime = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan ToolTime = TimeSpan.FromSeconds(20);

    public async Task<IReadOnlyList<Diagnosis>> ExamineAsync(CancellationToken stop) =>
    [
        Runtime(),
        await ToolAsync("SDK", "dotnet", ["--list-sdks"], $"{RuntimeMajor}.", Health.Warning,
            "only building needs it: https://dotnet.microsoft.com/download/dotnet/10.0", stop),
        Server(),
        DataFolder(),
        Disk(),
        Clock(),
        Port("gRPC port", options.Port, "--port"),
        Port("HTTP port", options.HttpPort, "--http-port"),
        await StoreAsync(stop),
        PostgresServer(),
        await ToolAsync("Node with npm", "npm", ["--version"], "", Health.Warning, "only `sme test` needs it: apt-get install nodejs npm", stop),
        await ToolAsync("grpc for Python", "python3", ["-c", "import grpc; print(grpc.__version__)"], "", Health.Warning,
            "only `sme test` needs it: apt-get install python3-grpcio", stop),
    ];

    private static Diagnosis Runtime() => Environment.Version.Major >= RuntimeMajor
        ? new("runtime", Health.Ok, RuntimeInformation.FrameworkDescription)
        : new("runtime", Health.Failure, RuntimeInformation.FrameworkDescription, "install .NET 10: https://dotnet.microsoft.com/download/dotnet/10.0");

    private static Diagnosis Server()
    {
        var program = ServerProgram.Find();
        return File.Exists(program)
            ? new("service", Health.Ok, program)
            : new("service", Health.Failure, $"{program} is not there", "start this command by ./sme, which builds it");
    }

    private Diagnosis DataFolder()
    {
        var folder = Path.GetFullPath(options.DataFolder);
        try
        {
            var made = !Directory.Exists(folder);
            Directory.CreateDirectory(folder);
            var probe = Path.Combine(folder, $".probe-{Guid.NewGuid():N}");
            File.WriteAllText(probe, "");
            File.Delete(probe);
            if (made)
            {
                Directory.Delete(folder);
            }

            return new("data folder", Health.Ok, made ? $"{folder} can be made" : folder);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            return new("data folder", Health.Failure, wrong.Message, "name a folder that can be written to with --data-dir");
        }
    }

    private Diagnosis Disk()
    {
        var folder = new DirectoryInfo(Path.GetFullPath(options.DataFolder));
        while (!folder.Exists && folder.Parent is { } parent)
        {
            folder = parent;
        }

        var drive = new DriveInfo(folder.FullName);
        var free = string.Create(CultureInfo.InvariantCulture, $"{drive.AvailableFreeSpace / (double)(1 << 30):F1} GiB free");
        return drive.AvailableFreeSpace >= DiskBytesNeeded
            ? new("disk", Health.Ok, free)
            : new("disk", Health.Failure, free, "make room, at least 1 GiB, or name another disk with --data-dir");
    }

    // The service's program was made in the past; a clock before that would put every deadline wrong.
    private Diagnosis Clock()
    {
        var now = time.GetUtcNow();
        var made = new DateTimeOffset(File.GetLastWriteTimeUtc(typeof(Surgery).Assembly.Location), TimeSpan.Zero);
        return now >= made.AddMinutes(-1)
            ? new("clock", Health.Ok, now.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture))
            : new("clock", Health.Failure, $"{now:O} is before the program was built", "set the clock, best by NTP: timedatectl set-ntp true");
    }

    private Diagnosis Port(string name, int port, string option)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Parse(options.Listen), port);
            listener.Start();
            return new(name, Health.Ok, $"{options.Listen}:{port} is free");
        }
        catch (Exception wrong) when (wrong is SocketException or FormatException)
        {
            return new(name, Health.Failure, $"{options.Listen}:{port}: {wrong.Message}",
                $"a service may be running there already; else choose another with {option}, e.g. {ServerOptions.FreePorts().Port}");
        }
    }

    private async Task<Diagnosis> StoreAsync(CancellationToken stop)
    {
        var host = ConnectionPart("host") ?? ConnectionPart("server");
        if (host is null)
        {
            return new("store", Health.Ok, options.Store ?? "SQLite, sme.db in the data folder");
        }

        var port = int.TryParse(ConnectionPart("port"), NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : 5432;
        try
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
            patience.CancelAfter(ConnectTime);
            var local = host.StartsWith('/');
            using var socket = local ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified) : new(SocketType.Stream, ProtocolType.Tcp);
            await (local
                ? socket.ConnectAsync(new UnixDomainSocketEndPoint($"{host}/.s.PGSQL.{port}"), patience.Token)
                : socket.ConnectAsync(host, port, patience.Token));
            return new("store", Health.Ok, $"PostgreSQL answers at {host}:{port}");
        }
        catch (Exception wrong) when (wrong is SocketException or OperationCanceledException)
        {
            return new("store", Health.Failure, $"PostgreSQL at {host}:{port}: {wrong.Message}", "start the server, or correct --store");
        }
    }

    private string? ConnectionPart(string name) => options.Store?.Split(';')
        .Select(part => part.Split('=', 2, StringSplitOptions.TrimEntries))
        .FirstOrDefault(pair => pair.Length == 2 && pair[0].Equals(name, StringComparison.OrdinalIgnoreCase))?[1];

    private static Diagnosis PostgresServer()
    {
        const string folder = "/usr/lib/postgresql";
        var places = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Concat(Directory.Exists(folder) ? Directory.GetDirectories(folder).Select(version => Path.Combine(version, "bin")) : []);
        return places.Select(place => Path.Combine(place, "initdb")).FirstOrDefault(File.Exists) is { } found
            ? new("PostgreSQL server", Health.Ok, found)
            : new("PostgreSQL server", Health.Warning, "initdb is not there", "only `sme test` needs it: apt-get install postgresql");
    }

    private static async Task<Diagnosis> ToolAsync(
        string subject, string program, string[] arguments, string lineStart, Health otherwise, string fix, CancellationToken stop)
    {
        try
        {
            var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
            using var process = Process.Start(start)!;
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
            patience.CancelAfter(ToolTime);
            var errors = process.StandardError.ReadToEndAsync(patience.Token);
            var lines = (await process.StandardOutput.ReadToEndAsync(patience.Token)).Split('\n');
            await process.WaitForExitAsync(patience.Token);
            await errors;
            var line = lines.LastOrDefault(line => line.Length > 0 && line.StartsWith(lineStart, StringComparison.Ordinal));
            return process.ExitCode == 0 && line is not null
                ? new(subject, Health.Ok, line.Trim())
                : new(subject, otherwise, $"{program} is there, but not what is needed", fix);
        }
        catch (Exception wrong) when (wrong is System.ComponentModel.Win32Exception or OperationCanceledException)
        {
            return new(subject, otherwise, $"{program}: {wrong.Message}", fix);
        }
    }
}
