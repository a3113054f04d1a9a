using System.Diagnostics;
using SmeOrleans.Cli.Connection;
using SmeOrleans.Cli.Ledger;

namespace SmeOrleans.Cli.Season;

/// <summary>Replays a season through the public API up to the end of screening, then compares.</summary>
internal sealed class SeasonReplay(SeasonStage stage, LedgerFile ledger)
{
    private static readonly ImmutableArray<string> TableIds = ["table-02", "table-04", "table-05", "table-06", "table-07", "table-08"];

    /// <summary>Called after each acknowledged submission with how many there are.</summary>
    public Func<int, CancellationToken, Task> Acknowledged { get; init; } = (_, _) => Task.CompletedTask;

    public async Task<SeasonResult> RunAsync(CancellationToken stop)
    {
        var watch = Stopwatch.StartNew();
        var before = await StatusAsync(stop);
        await new Preparation(stage).RunAsync(stop);
        ledger.Sync();

        var intake = new Intake(stage) { Acknowledged = Acknowledged };
        await intake.RunAsync(stop);
        ledger.Sync();

        var screening = new ScreeningDesk(stage, intake.Cases);
        await screening.RunAsync(stop);
        ledger.Sync();

        var evidence = await new Evidence(stage).GatherAsync(LedgerFile.Read(ledger.Path), stop);
        var after = await StatusAsync(stop);
        return ResultOf(intake, screening, evidence) with
        {
            JournalBefore = before.JournalHead,
            JournalAfter = after.JournalHead,
            Elapsed = watch.Elapsed,
        };
    }

    private SeasonResult ResultOf(Intake intake, ScreeningDesk screening, StoredSeason evidence)
    {
        var submitted = evidence.Listed.Where(found => found.CaseNumber.Length > 0).ToList();
        var byReference = evidence.Cases.Values.DistinctBy(found => found.Application.Reference).ToDictionary(found => found.Application.Reference);
        return new(
            submitted.Count,
            submitted.Select(found => found.Unit).Distinct().Count(),
            submitted.Count(found => found.State == CaseState.Returned),
            submitted.Count(found => found.State == CaseState.Qualified),
            intake.AlreadyTaken,
            stage.Desk.Caller.Replayed,
            stage.Desk.Caller.Retried,
            [.. submitted.SelectMany(Verdicts.ReturnReasons).CountBy(reason => reason).OrderByDescending(count => count.Value).ThenBy(count => count.Key).Select(count => (count.Key, count.Value))],
            [.. intake.Problems, .. screening.Problems],
            [.. screening.Late],
            [.. Verdicts.Compare(stage.Data.Applications, byReference)],
            [.. TableIds.Zip(evidence.Tables, (id, table) => TableComparison.Of(table, stage.Data.Published(id)))],
            LedgerCheck.Of(LedgerFile.Read(ledger.Path), evidence.Cases, evidence.Listed),
            0, 0, TimeSpan.Zero);
    }

    private Task<Status> StatusAsync(CancellationToken stop) =>
        stage.Desk.Caller.UntilAnsweredAsync("get status", async () => await stage.Desk.Connection.Operations.GetStatusAsync(
            new(), ServiceConnection.Options(stage.Desk.Tokens.Operator, stop)), stop);

    /// <summary>Tables that the end of screening can be compared by.</summary>
    public static IReadOnlyList<string> Tables => TableIds;
}
