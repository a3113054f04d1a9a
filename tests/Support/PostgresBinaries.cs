using System.Globalization;

namespace SmeOrleans.Support;

/// <summary>Where PostgreSQL's programs are, and as whom they can run.</summary>
internal static class PostgresBinaries
{
    private const string DebianRoot = "/usr/lib/postgresql";

    /// <summary>The folder of the newest installed server.</summary>
    /// <exception cref="InvalidOperationException">None is installed.</exception>
    public static string Folder() =>
        Candidates().FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "postgres")))
        ?? throw new InvalidOperationException(
            "These tests need PostgreSQL's initdb and postgres, found neither in /usr/lib/postgresql/*/bin nor in PATH. "
            + "Run ./sme test, which provides them, or set SME_TEST_POSTGRES to the connection string of a superuser.");

    /// <summary>Command words that run a program as an ordinary user: PostgreSQL refuses to run as root.</summary>
    public static IReadOnlyList<string> AsOrdinaryUser()
    {
        if (Environment.UserName != "root")
        {
            return [];
        }

        var user = File.ReadLines("/etc/passwd").Any(line => line.StartsWith("postgres:", StringComparison.Ordinal)) ? "postgres" : "nobody";
        return ["setpriv", $"--reuid={user}", "--clear-groups", "--"];
    }

    private static IEnumerable<string> Candidates()
    {
        var debian = Directory.Exists(DebianRoot) ? Directory.GetDirectories(DebianRoot) : [];
        return debian
            .OrderByDescending(folder => double.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var version) ? version : 0)
            .Select(folder => Path.Combine(folder, "bin"))
            .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries));
    }
}
