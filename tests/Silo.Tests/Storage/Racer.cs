using System.Diagnostics;

namespace SmeOrleans.Silo.Tests.Storage;

/// <summary>Another process that writes to the store.</summary>
internal sealed class Racer : IDisposable
{
    private readonly Process _process;

    private Racer(Process process) => _process = process;

    /// <summary>Started and ready to go.</summary>
    public static async Task<Racer> StartAsync(string mode, TestStore store, string name, int grains)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "SmeOrleans.StorageRacer.dll");
        var start = new ProcessStartInfo("dotnet", ["exec", program, mode, store.Connection, name, $"{grains}"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        var racer = new Racer(Process.Start(start)!);
        Assert.Equal("ready", await racer.ReadAsync());
        return racer;
    }

    public void Go() => _process.StandardInput.WriteLine("go");

    /// <summary>Its next line; null when it has ended.</summary>
    public async Task<string?> ReadAsync() => await _process.StandardOutput.ReadLineAsync();

    /// <summary>Everything that it still says.</summary>
    public async Task<List<string>> ReadAllAsync()
    {
        var lines = new List<string>();
        while (await ReadAsync() is { } line)
        {
            lines.Add(line);
        }

        return lines;
    }

    /// <summary>SIGKILL.</summary>
    public void Kill() => _process.Kill();

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
