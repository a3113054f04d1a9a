using System.CommandLine;
using SmeOrleans.Cli.Doctor;
using SmeOrleans.Cli.Output;
using SmeOrleans.Cli.Server;

namespace SmeOrleans.Cli.Commands;

/// <summary><c>sme doctor</c>: what is missing on this machine and how to mend it.</summary>
internal static class DoctorCommand
{
    public static Command Create(GlobalOptions global)
    {
        var options = new ServerCommandOptions();
        var json = new Option<bool>("--json") { Description = "The same as --output json" };
        var command = new Command("doctor", "Say what is missing on this machine and how to mend it; 1 when the service cannot run")
        {
            options.Store, options.DataDir, options.Listen, options.Port, options.HttpPort, json,
        };
        command.SetAction(async (parsed, stop) =>
        {
            var server = new ServerOptions(parsed.GetValue(options.DataDir)!, parsed.GetValue(options.Store),
                parsed.GetValue(options.Listen)!, parsed.GetValue(options.Port), parsed.GetValue(options.HttpPort), null);
            var findings = await new Surgery(server, TimeProvider.System).ExamineAsync(stop);
            Print(parsed.GetValue(json) ? global.Writer(parsed, OutputFormat.Json) : global.Writer(parsed), findings);
            return findings.Any(found => found.Health == Health.Failure) ? ExitCodes.Refused : ExitCodes.Ok;
        });
        return command;
    }

    private static void Print(DataWriter writer, IReadOnlyList<Diagnosis> findings)
    {
        foreach (var found in findings)
        {
            writer.Line($"{Sign(found.Health),-5}{found.Subject,-18}{found.Detail}");
            if (found.Fix.Length > 0)
            {
                writer.Line($"{"",-23}fix: {found.Fix}");
            }

            writer.Record(new { found.Subject, Health = found.Health.ToString().ToLowerInvariant(), found.Detail, found.Fix });
        }

        writer.Close();
    }

    private static string Sign(Health health) => health switch
    {
        Health.Ok => "ok",
        Health.Warning => "warn",
        _ => "FAIL",
    };
}
