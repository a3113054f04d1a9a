using System.Collections.Concurrent;
using SmeOrleans.Cli.Ledger;
using SmeOrleans.Cli.Season.Data;

namespace SmeOrleans.Cli.Season.Desks;

/// <summary>The office's and the bureau's work after the window, and the units' answers to supplements.</summary>
internal sealed class ScreeningDesk(SeasonStage stage, CaseBook book)
{
    private readonly ConcurrentQueue<string> late = new();
    private readonly ConcurrentDictionary<string, bool> answered = new();

    private SeasonDesk Desk => book.Desk;

    /// <summary>Applications whose supplement came too late, as the service told.</summary>
    public IReadOnlyCollection<string> Late => late;

    // A major anomaly can suspend a unit, and a suspended one may not submit: findings follow the window.
    public IEnumerable<PlannedAct> Acts() =>
    [
        .. stage.Data.Units.Where(HasFindings).Select(row => new PlannedAct(stage.ScreeningStart, Turn.UnitFindings, stop => RecordFindingsAsync(row, stop))),
        .. stage.Data.CommonProjects.Select(row => new PlannedAct(stage.ScreeningStart, Turn.Confirmation, stop => ConfirmAsync(row, stop))),
        .. stage.Data.Applications.SelectMany(ActsOf),
    ];

    private static bool HasFindings(UnitRow row) => row.AnomalyRounds > 0 || !row.LegallyRegistered || !row.FinanceSound;

    private IEnumerable<PlannedAct> ActsOf(ApplicationRow row)
    {
        var begin = row.SupplementRequestedAt < stage.ScreeningStart ? row.SupplementRequestedAt.Value : stage.ScreeningStart;
        yield return new(begin, Turn.Screening, stop => book.OfficeStepAsync(row.Id, "begin screening",
            (name, id) => new BeginScreeningRequest { Name = name, RequestId = id }, Desk.Connection.Screening.BeginScreeningAsync, stop));
        if (row.SupplementRequestedAt is { } requestedAt)
        {
            yield return new(requestedAt, Turn.SupplementRequest, stop => book.OfficeStepAsync(row.Id, "request supplement",
                (name, id) => new RequestSupplementRequest { Name = name, RequestId = id }, Desk.Connection.Screening.RequestSupplementAsync, stop));
        }

        if (row.SupplementedAt is { } suppliedAt)
        {
            yield return new(suppliedAt, Turn.Supplement, stop => SupplementAsync(row, stop));
        }

        yield return new(stage.Programme.DecisionTime(row.DecidedOn), Turn.ScreeningResult, stop => CompleteAsync(row, stop));
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
                Name = $"{Desk.RoundName}/commonProjects/{row.Id}",
                Confirmation = Confirmation.Confirmed,
                RequestId = id,
            },
            Desk.Connection.CommonProjects.ConfirmCommonProblemAsync, stop);

    private async Task SupplementAsync(ApplicationRow row, CancellationToken stop)
    {
        if (book.NameOf(row.Id) is not { } name)
        {
            return;
        }

        foreach (var (_, kind) in stage.Programme.RequiredDocuments.Where(document => !row.Documents.Contains(document.Kind)))
        {
            var uploaded = await Desk.UploadAsync(row.Id, row.UnitId, name, kind, "-supplement", stop);
            if (uploaded.Refusal is { } refusal)
            {
                late.Enqueue($"{row.Id}: {refusal.Reason}");
                return;
            }
        }

        var supplemented = await Desk.AskAsync(row.Id, CaseSteps.Supplement, Desk.Tokens.Unit(row.UnitId),
            id => new SupplementCaseRequest { Name = name, RequestId = id },
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

        await book.OfficeStepAsync(row.Id, "complete screening",
            (name, id) => new CompleteScreeningRequest { Name = name, RequestId = id }, Desk.Connection.Screening.CompleteScreeningAsync, stop);
    }

    private async Task<bool> IsReturnedAsync(ApplicationRow row, CancellationToken stop)
    {
        if (book.NameOf(row.Id) is not { } name)
        {
            return false;
        }

        var found = await Desk.Caller.UntilAnsweredAsync($"get case of {row.Id}", async () => await Desk.Connection.Cases.GetCaseAsync(
            new() { Name = name }, Connection.ServiceConnection.Options(Desk.Tokens.Office, stop)), stop);
        return found.State == CaseState.Returned;
    }
}
