using System.CommandLine;
using SmeOrleans.Cli.Access;

namespace SmeOrleans.Cli.Commands;

/// <summary><c>sme token</c>: a token for development, signed with the key of a local service.</summary>
internal static class TokenCommand
{
    public static Command Create()
    {
        var role = new Option<string>("--role") { Description = "Role of the caller", Required = true };
        role.AcceptOnlyFromAmong([.. IssuerKey.Roles]);
        var unit = new Option<string?>("--unit") { Description = "Unit of a caller with role unit, e.g. U001", HelpName = "UNIT" };
        var subject = new Option<string?>("--sub") { Description = "Who it is; default the role", HelpName = "SUBJECT" };
        var hours = new Option<double>("--hours") { Description = "How long it holds", DefaultValueFactory = _ => 8 };
        var folder = new ServerCommandOptions().DataDir;
        var command = new Command("token", "Mint a token for development; it alone goes to standard output") { role, unit, subject, hours, folder };
        command.Validators.Add(result =>
        {
            // Read as written: a role that does not exist has been told already.
            if (result.GetResult(role)?.Tokens is [{ Value: "unit" }] != result.GetResult(unit)?.Tokens is [_])
            {
                result.AddError("--unit is needed with --role unit, and only there");
            }
        });
        hours.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && double.TryParse(text, CultureInfo.InvariantCulture, out var wanted) && wanted <= 0)
            {
                result.AddError("--hours must be above 0");
            }
        });
        command.SetAction(parsed =>
        {
            using var key = IssuerKey.Read(parsed.GetValue(folder)!);
            var unitName = parsed.GetValue(unit) is { } id ? $"units/{id[(id.LastIndexOf('/') + 1)..]}" : null;
            var who = parsed.GetValue(subject) ?? unitName?.Replace('/', '-') ?? parsed.GetValue(role)!;
            var expires = TimeProvider.System.GetUtcNow().AddHours(parsed.GetValue(hours));
            Console.Out.WriteLine(key.Mint(who, parsed.GetValue(role)!, unitName, expires));
            return ExitCodes.Ok;
        });
        return command;
    }
}
