using System.CommandLine;
using SmeOrleans.Cli;
using SmeOrleans.Cli.Commands;

var global = new GlobalOptions();
var root = new RootCommand($"Case management of the SME real-time technical guidance programme.\n{ExitCodes.Explained}")
{
    RunCommand.Create(),
    new SeasonCommand(global).Create(),
};
global.AddTo(root);

var parsed = root.Parse(args);
if (parsed.Errors.Count > 0)
{
    parsed.Invoke(new() { Output = Console.Error });
    return ExitCodes.Usage;
}

try
{
    return await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false });
}
catch (CliException ended)
{
    Console.Error.WriteLine($"sme: {ended.Message}");
    return ended.ExitCode;
}
catch (OperationCanceledException)
{
    return ExitCodes.Refused;
}
