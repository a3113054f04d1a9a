using System.CommandLine;
using SmeOrleans.Cli.Access;
using SmeOrleans.Cli.Connection;
using SmeOrleans.Cli.Ledger;
using SmeOrleans.Cli.Season;
using SmeOrleans.Cli.Server;
using SmeOrleans.Cli.Trial;

namespace SmeOrleans.Cli.Commands;

/// <summary><c>sme try</c>: the service with demo data that is thrown away afterwards.</summary>
internal static class TryCommand
{
    private static readonly TimeSpan TokenTime = TimeSpan.FromHours(8);

    public static Command Create()
    {
        var options = new ServerCommandOptions();
        var command = new Command("try", "Run a sandbox with demo data until Ctrl-C; nothing is kept") { options.Listen, options.Port, options.HttpPort };
        command.SetAction(async (parsed, stop) =>
        {
            using var folder = WorkFolder.Temporary("sme-try-");
            var server = new ServerOptions(folder.Path, null, parsed.GetValue(options.Listen)!,
                parsed.GetValue(options.Port), parsed.GetValue(options.HttpPort), TimeProvider.System.GetUtcNow());
            await using (var running = await ServerProcess.StartAsync(server, stop))
            {
                await FillAsync(server, stop);
                await Task.Delay(Timeout.Infinite, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            await Console.Error.WriteLineAsync("Stopped; the demo data is gone.");
            return ExitCodes.Ok;
        });
        return command;
    }

    private static async Task FillAsync(ServerOptions server, CancellationToken stop)
    {
        using var connection = new ServiceConnection(server.Address);
        using var key = IssuerKey.Read(server.DataFolder);
        using var ledger = new LedgerFile(Path.Combine(server.DataFolder, "ledger.jsonl"));
        var now = TimeProvider.System.GetUtcNow();
        var tokens = new SeasonTokens(key, now + TokenTime);
        var desk = new SeasonDesk(connection, tokens, new LedgeredCaller(ledger, TimeProvider.System), DemoData.RoundName);
        await new DemoData(desk, server.SandboxStart ?? now).FileAsync(stop);
        Console.Out.WriteLine($"""
            A sandbox with demo data. NOTHING IS KEPT: all of it is deleted at the end (Ctrl-C).

            gRPC      {server.Address}
            HTTP      http://{server.Listen}:{server.HttpPort}  (/healthz, /metrics, /.well-known/jwks.json)
            data      {server.DataFolder}
            round     {DemoData.RoundName}, open for 30 days; unit {DemoData.UnitId}; one submitted case, one draft

            In another terminal:
            export {GlobalOptions.TokenVariable}=$(./sme token --role office --data-dir {server.DataFolder})
            ./sme cases list --round {DemoData.RoundId} --address {server.Address}
            """);
    }
}
