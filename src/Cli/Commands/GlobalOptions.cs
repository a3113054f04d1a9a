using System.CommandLine;
using Grpc.Core;
using SmeOrleans.Cli.Connection;
using SmeOrleans.Cli.Output;

namespace SmeOrleans.Cli.Commands;

/// <summary>Options that every command has.</summary>
internal sealed class GlobalOptions
{
    public const string TokenVariable = "SME_TOKEN";
    private const string DefaultAddress = "http://127.0.0.1:5080";

    public Option<string> Address { get; } = new("--address")
    {
        Description = "Address of the service's gRPC port",
        DefaultValueFactory = _ => DefaultAddress,
        Recursive = true,
        HelpName = "URL",
    };

    public Option<string?> Token { get; } = new("--token")
    {
        Description = $"Bearer token; else the environment variable {TokenVariable}. `sme token` mints one",
        Recursive = true,
        HelpName = "JWT",
    };

    public Option<OutputFormat> Output { get; } = new("--output", "-o")
    {
        Description = "Data on standard output as table, json or jsonl; progress goes to standard error",
        DefaultValueFactory = _ => OutputFormat.Table,
        Recursive = true,
        HelpName = "table|json|jsonl",
    };

    public Option<bool> NoColor { get; } = new("--no-color")
    {
        Description = "No colours; NO_COLOR in the environment says the same",
        Recursive = true,
    };

    public void AddTo(Command root)
    {
        root.Options.Add(Address);
        root.Options.Add(Token);
        root.Options.Add(Output);
        root.Options.Add(NoColor);
    }

    public bool Colour(ParseResult parsed) =>
        !parsed.GetValue(NoColor) && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    public DataWriter Writer(ParseResult parsed) => Writer(parsed, parsed.GetValue(Output));

    public DataWriter Writer(ParseResult parsed, OutputFormat format) =>
        new(Console.Out, format, Colour(parsed) && !Console.IsOutputRedirected, Console.IsOutputRedirected);

    public string TokenOf(ParseResult parsed) =>
        parsed.GetValue(Token) ?? Environment.GetEnvironmentVariable(TokenVariable) ?? "";

    /// <summary>Runs a command against the service, and says what to do when there is none.</summary>
    public async Task<int> ConnectedAsync(ParseResult parsed, Func<ServiceConnection, string, DataWriter, Task<int>> work)
    {
        using var connection = new ServiceConnection(parsed.GetValue(Address)!);
        try
        {
            return await work(connection, TokenOf(parsed), Writer(parsed));
        }
        catch (RpcException failure) when (failure.StatusCode == StatusCode.Unavailable)
        {
            throw CliException.Unreachable(
                $"no service answers at {connection.Address}: {failure.Status.Detail}\nStart one with ./sme run, or name another with --address.");
        }
        catch (RpcException failure) when (failure.StatusCode == StatusCode.Unauthenticated)
        {
            throw new CliException(ExitCodes.Refused,
                $"the service knows no caller: {failure.Status.Detail}\nGive a token: export {TokenVariable}=$(./sme token --role office)");
        }
        catch (RpcException failure) when (failure.StatusCode != StatusCode.Cancelled)
        {
            throw new CliException(ExitCodes.Refused, Refusal.Of(failure).ToString());
        }
    }
}
