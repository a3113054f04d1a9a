using System.CommandLine;
using Microsoft.IdentityModel.Tokens;
using SmeOrleans.Cli.Receipts;

namespace SmeOrleans.Cli.Commands;

/// <summary><c>sme verify-receipt</c>: is a receipt genuine; needs no service, only its published keys.</summary>
internal static class VerifyReceiptCommand
{
    private const string DefaultKeys = "http://127.0.0.1:5081/.well-known/jwks.json";

    public static Command Create(GlobalOptions global)
    {
        var receipt = new Argument<string>("RECEIPT") { Description = "File with the signed receipt, the text itself, or - for standard input" };
        var keys = new Option<string>("--jwks") { Description = "File or URL of the published keys", DefaultValueFactory = _ => DefaultKeys, HelpName = "FILE|URL" };
        var command = new Command("verify-receipt", "Check offline that a receipt was signed by the service, and show what it says") { receipt, keys };
        command.SetAction(async (parsed, stop) =>
        {
            var verdict = await ReceiptVerifier.VerifyAsync(
                await ReceiptAsync(parsed.GetValue(receipt)!, stop), await KeysAsync(parsed.GetValue(keys)!, stop));
            var writer = global.Writer(parsed);
            writer.Table(null, ["receipt", "value"], verdict.Lines.Select(line => new[] { line.Name, line.Value }));
            writer.Line(verdict.Genuine ? $"genuine: {verdict.Explanation}" : $"NOT genuine: {verdict.Explanation}");
            writer.Record(new { verdict.Genuine, verdict.Explanation, Receipt = verdict.Lines.ToDictionary(line => line.Name, line => line.Value) });
            writer.Close(single: true);
            return verdict.Genuine ? ExitCodes.Ok : ExitCodes.Refused;
        });
        return command;
    }

    private static async Task<string> ReceiptAsync(string source, CancellationToken stop) => source switch
    {
        "-" => await Console.In.ReadToEndAsync(stop),
        _ when File.Exists(source) => await File.ReadAllTextAsync(source, stop),
        _ => source,
    };

    private static async Task<string> FetchAsync(string source, CancellationToken stop)
    {
        using var client = new HttpClient();
        return await client.GetStringAsync(new Uri(source), stop);
    }

    internal static async Task<string> KeysAsync(string source, CancellationToken stop)
    {
        try
        {
            var keys = source.StartsWith("http", StringComparison.Ordinal) ? await FetchAsync(source, stop) : await File.ReadAllTextAsync(source, stop);
            return new JsonWebKeySet(keys).Keys.Count > 0 ? keys : throw CliException.Usage($"--jwks {source}: it holds no key");
        }
        catch (ArgumentException)
        {
            throw CliException.Usage($"--jwks {source}: it is no key set (RFC 7517)");
        }
        catch (FileNotFoundException)
        {
            throw CliException.Usage($"--jwks {source}: there is no such file");
        }
        catch (Exception wrong) when (wrong is IOException or HttpRequestException)
        {
            throw CliException.Unreachable($"--jwks {source}: {wrong.Message}");
        }
    }
}
