using System.Diagnostics;

namespace SmeOrleans.Cli.Server;

/// <summary>Where the service's program is.</summary>
internal static class ServerProgram
{
    private const string FileName = "SmeOrleans.Silo.dll";
    public const string Variable = "SME_SERVER";

    /// <summary>Path as the entry script says, else beside this program in the build output.</summary>
    public static string Find()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
        {
            return named;
        }

        var own = new DirectoryInfo(AppContext.BaseDirectory);
        return Path.Combine(own.Parent?.Parent?.FullName ?? ".", "Silo", own.Name, FileName);
    }

    public static ProcessStartInfo Command(IEnumerable<string> arguments)
    {
        var program = Find();
        if (!File.Exists(program))
        {
            throw CliException.Unreachable($"{program}: the service is not built; start it by ./sme, or set {Variable}.");
        }

        return new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet")
        {
            ArgumentList = { program },
        }.With(arguments);
    }

    private static ProcessStartInfo With(this ProcessStartInfo start, IEnumerable<string> arguments)
    {
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return start;
    }
}
