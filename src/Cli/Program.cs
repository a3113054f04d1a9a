using System.CommandLine;
using System.CommandLine.Help;
using System.Runtime.InteropServices;
using SmeOrleans.Cli;
using SmeOrleans.Cli.Commands;

var global = new GlobalOptions();
var root = new Command("sme", $"""
    Case management of the SME real-time technical guidance programme.

    First: `sme try` to look around, `sme run` for real, `sme season` to replay a whole season, `sme test` to test everything.
    {ExitCodes.Explained}
    """)
{
    RunCommand.Create(),
    TryCommand.Create(),
    new SeasonCommand(global).Create(),
    TokenCommand.Create(),
    DoctorCommand.Create(global),
    ExplainCommand.Create(global),
    FileCommand.Create(global),
    new CasesCommand(global).Create(),
    ReportCommand.Create(global),
    SeriesCommand.Create(global),
    EvidenceCommand.Create(global),
    VerifyCommand.Create(global),
    VerifyReceiptCommand.Create(global),
    StatusCommand.Create(global),
    CheckCommand.Create(global),
    RebuildCommand.Create(global),
    // The entry script runs it; here it only explains itself.
    new Command("test", "Run every test; ends with `N passed, N failed` (only through ./sme)"),
    new HelpOption { Recursive = true },
    new VersionOption(),
};
global.AddTo(root);

var parsed = root.Parse(args);
if (parsed.Errors.Count > 0)
{
    parsed.Invoke(new() { Output = Console.Error });
    return ExitCodes.Usage;
}

using var stop = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
try
{
    // Without a time limit of its own: the service that a command started must be given the time to drain.
    return await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, stop.Token);
}
catch (CliException ended)
{
    Console.Error.WriteLine($"sme: {ended.Message}");
    return ended.ExitCode;
}
catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
{
    Console.Error.WriteLine($"sme: {unwritable.Message}");
    return ExitCodes.Usage;
}
catch (Exception broken) when (stop.IsCancellationRequested && broken is OperationCanceledException or Grpc.Core.RpcException)
{
    Console.Error.WriteLine("sme: stopped");
    return ExitCodes.Refused;
}

void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stop.Cancel();
}
