using SmeOrleans.Silo.Hosting;

const int configurationError = 2;
const int cannotStart = 3;

var arguments = new SiloArguments();
arguments.Command.SetAction(async (parsed, cancellation) =>
{
    if (arguments.Read(parsed, out var problems) is not { } options)
    {
        foreach (var problem in problems)
        {
            Console.Error.WriteLine(problem);
        }

        return configurationError;
    }

    try
    {
        await using var host = await SiloHost.StartAsync(options, cancellation);
        Banner.Print(host);
        await host.WaitForShutdownAsync();
        return 0;
    }
    catch (StartException fault)
    {
        Console.Error.WriteLine(fault.Message);
        return cannotStart;
    }
});
var parsedLine = arguments.Command.Parse(args);
if (parsedLine.Errors.Count > 0)
{
    foreach (var error in parsedLine.Errors)
    {
        Console.Error.WriteLine(error.Message);
    }

    Console.Error.WriteLine("See --help.");
    return configurationError;
}

// The host itself listens for SIGINT and SIGTERM and drains; nobody else may cut that short.
return await parsedLine.InvokeAsync(new() { ProcessTerminationTimeout = null });
