using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace SmeOrleans.Season.Tests;

/// <summary>One run of <c>sme season</c> as a process, and what it said.</summary>
internal sealed partial record SeasonRun(int ExitCode, string Output, string Errors)
{
    /// <summary>Long enough for a busy machine; a run that hangs fails.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>The repository that these tests were built from.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Requests that the ledger check covered, when it found nothing; else null.</summary>
    public long? Ledgered => Clean().Match(Output) is { Success: true } match ? long.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : null;

    /// <summary>Journal before and after the replay.</summary>
    public (long Before, long After) Journal
    {
        get
        {
            var match = JournalHeads().Match(Output);
            Assert.True(match.Success, ToString());
            return (Number(1), Number(2));

            long Number(int group) => long.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);
        }
    }

    public static async Task<SeasonRun> StartAsync(params string[] arguments)
    {
        var bin = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", ".."));
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Name;
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["SME_SERVER"] = Path.Combine(bin, "Silo", configuration, "SmeOrleans.Silo.dll");
        start.Environment["SME_HOME"] = Root;
        foreach (var argument in (string[])[Path.Combine(bin, "Cli", configuration, "SmeOrleans.Cli.dll"), "season", .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"The replay did not end within {Patience}.");
        }

        return new(process.ExitCode, await output, await errors);
    }

    public override string ToString() => $"exit {ExitCode}\n{Output}\n{Errors}";

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "SmeOrleans.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("These tests run inside the repository.");
        }

        return folder.FullName;
    }

    [GeneratedRegex(@"^lost 0 phantom 0 double 0 altered 0 regressed 0 limbo 0 of (\d+)$", RegexOptions.Multiline)]
    private static partial Regex Clean();

    [GeneratedRegex(@"journal (\d+) -> (\d+)")]
    private static partial Regex JournalHeads();
}
