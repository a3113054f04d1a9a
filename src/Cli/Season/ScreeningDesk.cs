using System.Collections.Concurrent;
using SmeOrleans.Cli.Ledger;

namespace SmeOrleans.Cli.Season;

/// <summary>The office's and the bureau's work after the window, and the units' answers to supplements, in order of time.</summary>
internal sealed class ScreeningDesk(SeasonStage stage, IReadOnlyDictionary<string, string> cases)
{
    private readonly ConcurrentQueue<string> problems = new();
    private readonly ConcurrentQueue<string> late = new();
    private readonly ConcurrentDictionary<string, bool> answered = new();

    private SeasonDesk Desk => stage.Desk;

    /// <summary>What the service refused although the data says otherwise.</summary>
    public IReadOnlyCollection<string> Problems => problems;

    /// <summary>Applications whose supplement came too late, as the service told.</summary>
    public IReadOnlyCollection<string> Late => late;

    public async Task RunAsync(CancellationToken stop)
    {
        await stage.Clock.AdvanceAsync(stage.ScreeningStart, stop);
        await stage.ForEachAsync("Findings on units", [.. stage.Data.Units.Where(HasFindings)], RecordFindingsAsync, stop);
        await stage.ForEachAsync("Confirmations", stage.Data.CommonProjects, ConfirmAsync, stop);

        var timeline = stage.Data.Applications
            .Where(row => cases.ContainsKey(row.Id))
            .SelectMany(Events)
            .ToLookup(planned => (planned.At, planned.Order));
        using var progress = stage.Board.Stage("Screening", timeline.Sum(moment => moment.Count()));
        foreach (var moment in timeline.OrderBy(moment => moment.Key))
        {
            await stage.Clock.AdvanceAsync(moment.Key.At, stop);
            await stage.InParallelAsync([.. moment], (planned, halt) => planned.Act(planned.Row, halt), progress, stop);
        }
    }

    private static bool HasFindings(UnitRow row) => row.AnomalyRounds > 0 || !row.LegallyRegistered || !row.FinanceSound;

    private IEnumerable<PlannedEvent> Events(ApplicationRow row)
    {
        var begin = row.SupplementRequestedAt < stage.ScreeningStart ? row.SupplementRequestedAt.Value : stage.ScreeningStart;
        yield return new(begin, 0, row, BeginAsync);
        if (row.SupplementRequestedAt is { } requestedAt)
        {
            yield return new(requestedAt, 1, row, RequestSupplementAsync);
        }

        if (row.SupplementedAt is { } suppliedAt)
        {
            yield return new(suppliedAt, 2, row, SupplementAsync);
        }

        yield return new(stage.Programme.DecisionTime(row.DecidedOn), 3, row, CompleteAsync);
    }

    private async Task RecordFindingsAsync(UnitRow row, CancellationToken stop)
    {
        var name = $"units/{row.UnitId}";
        if (!row.LegallyRegistered || !row.FinanceSound)
        {
            await Desk.RequireAsync(name, "record eligibility", Desk.Tokens.Office,
                id => new RecordUnitEligibilityRequest
                {
                    Name = name,
                    LegallyRegistered = row.LegallyRegistered,
                    FinanceSound = row.FinanceSound,
                    RequestId = id,
                },
                Desk.Connection.Units.RecordUnitEligibilityAsync, stop);
        }

        foreach (var ordinal in row.AnomalyOrdinals(stage.Programme.RocYear))
        {
            await Desk.RequireAsync(name, $"record anomaly of round {ordinal}", Desk.Tokens.Office,
                id => new RecordMajorAnomalyRequest
                {
                    Name = name,
                    Anomaly = new() { RoundOrdinal = ordinal, Grounds = "major anomaly on the office's record" },
                    RequestId = id,
                },
                Desk.Connection.Units.RecordMajorAnomalyAsync, stop);
        }
    }

    private async Task ConfirmAsync(CommonProjectRow row, CancellationToken stop) =>
        await Desk.RequireAsync($"commonProjects/{row.Id}", "confirm", Desk.Tokens.Bureau,
            id => new ConfirmCommonProblemRequest
            {
                Name = $"{stage.Programme.RoundName}/commonProjects/{row.Id}",
                Confirmation = Confirmation.Confirmed,
                RequestId = id,
            },
            Desk.Connection.CommonProjects.ConfirmCommonProblemAsync, stop);

    private async Task BeginAsync(ApplicationRow row, CancellationToken stop) =>
        Expect(row, "begin screening", (await Desk.AskAsync(row.Id, "begin screening", Desk.Tokens.Office,
            id => new BeginScreeningRequest { Name = cases[row.Id], RequestId = id },
            Desk.Connection.Screening.BeginScreeningAsync, stop)).Refusal);

    private async Task RequestSupplementAsync(ApplicationRow row, CancellationToken stop) =>
        Expect(row, "request supplement", (await Desk.AskAsync(row.Id, "request supplement", Desk.Tokens.Office,
            id => new RequestSupplementRequest { Name = cases[row.Id], RequestId = id },
            Desk.Connection.Screening.RequestSupplementAsync, stop)).Refusal);

    private async Task SupplementAsync(ApplicationRow row, CancellationToken stop)
    {
        foreach (var (_, kind) in stage.Programme.RequiredDocuments.Where(document => !row.Documents.Contains(document.Kind)))
        {
            var uploaded = await Desk.UploadAsync(row.Id, row.UnitId, cases[row.Id], kind, "-supplement", stop);
            if (uploaded.Refusal is { } refusal)
            {
                late.Enqueue($"{row.Id}: {refusal.Reason}");
                return;
            }
        }

        var supplemented = await Desk.AskAsync(row.Id, CaseSteps.Supplement, Desk.Tokens.Unit(row.UnitId),
            id => new SupplementCaseRequest { Name = cases[row.Id], RequestId = id },
            Desk.Connection.Cases.SupplementCaseAsync, stop);
        answered[row.Id] = supplemented.Answer is not null;
        if (supplemented.Refusal is { } no)
        {
            late.Enqueue($"{row.Id}: {no.Reason}");
        }
    }

    // A supplement that did not come in time has returned the case already; then there is nothing left to decide.
    private async Task CompleteAsync(ApplicationRow row, CancellationToken stop)
    {
        if (row.SupplementRequestedAt is not null && !answered.GetValueOrDefault(row.Id) && await IsReturnedAsync(row, stop))
        {
            return;
        }

        Expect(row, "complete screening", (await Desk.AskAsync(row.Id, "complete screening", Desk.Tokens.Office,
            id => new CompleteScreeningRequest { Name = cases[row.Id], RequestId = id },
            Desk.Connection.Screening.CompleteScreeningAsync, stop)).Refusal);
    }

    private async Task<bool> IsReturnedAsync(ApplicationRow row, CancellationToken stop)
    {
        var found = await Desk.Caller.UntilAnsweredAsync($"get case of {row.Id}", async () => await Desk.Connection.Cases.GetCaseAsync(
            new() { Name = cases[row.Id] }, Connection.ServiceConnection.Options(Desk.Tokens.Office, stop)), stop);
        return found.State == CaseState.Returned;
    }

    private void Expect(ApplicationRow row, string step, Connection.Refusal? refusal)
    {
        if (refusal is not null)
        {
            problems.Enqueue($"{row.Id}, {step}: {refusal}");
        }
    }

    private sealed record PlannedEvent(DateTimeOffset At, int Order, ApplicationRow Row, Func<ApplicationRow, CancellationToken, Task> Act);
}
