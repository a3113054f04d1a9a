using System.CommandLine;
using SmeOrleans.Cli.Access;
using SmeOrleans.Cli.Connection;
using SmeOrleans.Cli.Ledger;
using SmeOrleans.Cli.Output;
using SmeOrleans.Cli.Season;
using SmeOrleans.Cli.Season.Data;
using SmeOrleans.Cli.Season.Findings;
using SmeOrleans.Cli.Server;

namespace SmeOrleans.Cli.Commands;

/// <summary><c>sme season</c>: a whole season through the public API, compared with the published tables.</summary>
internal sealed class SeasonCommand(GlobalOptions global)
{
    private const string HomeVariable = "SME_HOME";

    // The office needs some days to register everybody before the window opens.
    private static readonly TimeSpan Beforehand = TimeSpan.FromDays(14);
    private static readonly TimeSpan TokenTime = TimeSpan.FromHours(12);

    private readonly Option<SeasonEnd> until = new("--until")
    {
        Description = "Where to stop: after screening, technical review, approval, or with the last case closed, which includes the disaster round",
        DefaultValueFactory = _ => SeasonEnd.Closing,
        CustomParser = parsed => Enum.Parse<SeasonEnd>(parsed.Tokens[0].Value, ignoreCase: true),
    };

    private readonly Option<string?> data = new("--data")
    {
        Description = "Folder with programme.json, the CSV files and expected/; default data/season-107 of this product",
        HelpName = "DIR",
    };

    private readonly Option<string?> store = new("--store")
    {
        Description = "Where the service keeps its data, as in `sme run`; default a SQLite file in the data folder",
        HelpName = "CONNECTION",
    };

    private readonly Option<string?> keep = new("--keep")
    {
        Description = "Keep the data in this folder; replaying into it again changes nothing, and a broken replay goes on",
        HelpName = "DIR",
    };

    private readonly Option<string?> dataDir = new("--data-dir")
    {
        Description = "With --address: data folder of that running sandbox service, whose issuer key signs the tokens",
        HelpName = "DIR",
    };

    private readonly Option<int> parallel = new("--parallel")
    {
        Description = "Requests at a time, where order does not matter",
        DefaultValueFactory = _ => 8,
        HelpName = "N",
    };

    private readonly Option<string?> ledger = new("--ledger")
    {
        Description = "File of what was asked and answered (JSON lines, appended); default ledger.jsonl in the data folder",
        HelpName = "FILE",
    };

    private readonly Option<int?> killAfter = new("--kill-after")
    {
        Description = "kill -9 the service after so many acknowledged submissions, start it again and go on",
        HelpName = "N",
    };

    private readonly Option<DateOnly?> killOn = new("--kill-on")
    {
        Description = "kill -9 the service in the middle of that day's work, start it again and go on",
        HelpName = "YYYY-MM-DD",
    };

    public Command Create()
    {
        until.AcceptOnlyFromAmong([.. Enum.GetNames<SeasonEnd>().Select(name => name.ToLowerInvariant())]);
        var command = new Command("season", "Replay a season and compare its tables; starts a service of its own unless --address and --data-dir are given")
        {
            until, data, store, keep, dataDir, parallel, ledger, killAfter, killOn,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        var season = SeasonData.Read(parsed.GetValue(data) ?? DefaultData());
        using var folder = (parsed.GetValue(dataDir) ?? parsed.GetValue(keep)) is { } named
            ? WorkFolder.Kept(named)
            : WorkFolder.Temporary("sme-season-");
        var reached = new ReachedEnd(folder.Path);
        reached.Require(parsed.GetValue(until));
        var result = await ProgressBoards.RunAsync(global.Colour(parsed), board => ReplayAsync(parsed, season, folder.Path, board, stop));
        reached.Note(parsed.GetValue(until));
        new SeasonPrinter(global.Writer(parsed)).Print(result);
        return result.AllAgrees ? ExitCodes.Ok : ExitCodes.Refused;
    }

    private async Task<SeasonResult> ReplayAsync(ParseResult parsed, SeasonData season, string folder, IProgressBoard board, CancellationToken stop)
    {
        await using var server = parsed.GetValue(dataDir) is null ? await StartAsync(parsed, season, folder, board, stop) : null;
        using var connection = new ServiceConnection(server?.Options.Address ?? parsed.GetValue(global.Address)!);
        using var key = IssuerKey.Read(folder);
        using var lines = new LedgerFile(parsed.GetValue(ledger) ?? Path.Combine(folder, "ledger.jsonl"));

        var caller = new LedgeredCaller(lines, TimeProvider.System);
        var tokens = new SeasonTokens(key, TimeProvider.System.GetUtcNow() + TokenTime);
        var clock = new DrivenClock(connection, tokens.Operator, caller);
        caller.BeforeRetry = clock.RestoreAsync;
        var desk = new SeasonDesk(connection, tokens, caller, season.Programme.RoundName);
        var stage = new SeasonStage(season, desk, clock, board, parsed.GetValue(parallel));
        var replay = server is null
            ? new SeasonReplay(stage, parsed.GetValue(until), lines)
            : new Killing(server, clock, board, parsed.GetValue(killAfter), parsed.GetValue(killOn)).In(stage, parsed.GetValue(until), lines);
        return await replay.RunAsync(stop);
    }

    private async Task<ServerProcess> StartAsync(ParseResult parsed, SeasonData season, string folder, IProgressBoard board, CancellationToken stop)
    {
        var (port, httpPort) = ServerOptions.FreePorts();
        var options = new ServerOptions(folder, parsed.GetValue(store), "127.0.0.1", port, httpPort, season.Programme.FirstOpening - Beforehand);
        using var starting = board.Stage($"Service on {options.Address}, data in {folder}", 1);
        var server = await ServerProcess.StartAsync(options, stop);
        starting.Done();
        return server;
    }

    private static string DefaultData() => Path.Combine(Environment.GetEnvironmentVariable(HomeVariable) ?? ".", "data", "season-107");
}
