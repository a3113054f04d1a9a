using System.Diagnostics;
using SmeOrleans.Cli.Connection;
using SmeOrleans.Cli.Ledger;
using SmeOrleans.Cli.Season.Data;
using SmeOrleans.Cli.Season.Desks;
using SmeOrleans.Cli.Season.Findings;

namespace SmeOrleans.Cli.Season;

/// <summary>Replays a season through the public API, as far as asked, then compares.</summary>
internal sealed class SeasonReplay(SeasonStage stage, SeasonEnd end, LedgerFile ledger)
{
    private const int ProblemsShown = 20;

    /// <summary>Called after each acknowledged submission with how many there are.</summary>
    public Func<int, CancellationToken, Task> Acknowledged { get; init; } = (_, _) => Task.CompletedTask;

    /// <summary>Called while the acts of a moment are under way.</summary>
    public Func<DateTimeOffset, CancellationToken, Task> Underway { get; init; } = (_, _) => Task.CompletedTask;

    public async Task<SeasonResult> RunAsync(CancellationToken stop)
    {
        var watch = Stopwatch.StartNew();
        var year = end == SeasonEnd.Screening ? null : YearData.Read(stage.Data);
        var before = await StatusAsync(stop);
        var book = new CaseBook(stage.Desk);
        var plan = new YearPlan(stage, year, end, book);
        await plan.PrepareAsync(stop);
        ledger.Sync();

        await using var intake = new Intake(stage, book) { Acknowledged = Acknowledged };
        var screening = new ScreeningDesk(stage, book);
        var timeline = new Timeline(stage, plan.Acts(intake, screening)) { Underway = Underway };
        intake.BeginDrafts(stop);
        await RunAsync(timeline, stop);
        ledger.Sync();
        stage.Board.Note(timeline.ToString());

        var evidence = await new Evidence(stage, year, end).GatherAsync(LedgerFile.Read(ledger.Path), stop);
        var after = await StatusAsync(stop);
        return new SeasonFindings(stage.Data, year, end, evidence).Result() with
        {
            AlreadyTaken = intake.AlreadyTaken,
            Replayed = stage.Desk.Caller.Replayed,
            Retried = stage.Desk.Caller.Retried,
            Problems = [.. stage.Desk.Problems],
            Late = [.. screening.Late],
            Ledger = LedgerCheck.Of(LedgerFile.Read(ledger.Path), evidence.Cases, [.. evidence.Rounds.SelectMany(round => round.Listed)]),
            JournalBefore = before.JournalHead,
            JournalAfter = after.JournalHead,
            Elapsed = watch.Elapsed,
        };
    }

    // What breaks a replay off is often the consequence of something that was refused before.
    private async Task RunAsync(Timeline timeline, CancellationToken stop)
    {
        try
        {
            await timeline.RunAsync(stop);
        }
        catch (CliException)
        {
            foreach (var problem in stage.Desk.Problems.Take(ProblemsShown))
            {
                stage.Board.Note($"DIFFERS {problem}");
            }

            throw;
        }
    }

    private Task<Status> StatusAsync(CancellationToken stop) =>
        stage.Desk.Caller.UntilAnsweredAsync("get status", async () => await stage.Desk.Connection.Operations.GetStatusAsync(
            new(), ServiceConnection.Options(stage.Desk.Tokens.Operator, stop)), stop);
}
