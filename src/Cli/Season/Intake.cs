using System.Collections.Concurrent;
using SmeOrleans.Cli.Connection;
using SmeOrleans.Cli.Ledger;

namespace SmeOrleans.Cli.Season;

/// <summary>
/// The window: every application is submitted at its minute, in order of arrival, while the drafts of later ones are
/// already being written and their documents uploaded.
/// </summary>
internal sealed class Intake(SeasonStage stage)
{
    private readonly ConcurrentDictionary<string, string> cases = new();
    private readonly ConcurrentQueue<string> problems = new();

    private SeasonDesk Desk => stage.Desk;

    /// <summary>Case name by application id.</summary>
    public IReadOnlyDictionary<string, string> Cases => cases;

    /// <summary>What was not taken in as the data says.</summary>
    public IReadOnlyCollection<string> Problems => problems;

    /// <summary>Submissions that had been taken in before this replay.</summary>
    public int AlreadyTaken { get; private set; }

    /// <summary>Called after each acknowledged submission with how many there are.</summary>
    public Func<int, CancellationToken, Task> Acknowledged { get; init; } = (_, _) => Task.CompletedTask;

    public async Task RunAsync(CancellationToken stop)
    {
        using var progress = stage.Board.Stage("Intake", stage.Data.Applications.Length);
        using var places = new SemaphoreSlim(stage.Parallelism);
        using var failed = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var drafts = stage.Data.Applications.Select(row => DraftAsync(row, places, failed.Token)).ToList();
        try
        {
            var acknowledged = 0;
            foreach (var (row, draft) in stage.Data.Applications.Zip(drafts))
            {
                if (await draft is { } name && await SubmitAsync(row, name, stop))
                {
                    await Acknowledged(++acknowledged, stop);
                }

                progress.Done(row.SubmittedAt.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture));
            }
        }
        finally
        {
            await failed.CancelAsync();
            await ((Task)Task.WhenAll(drafts)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<string?> DraftAsync(ApplicationRow row, SemaphoreSlim places, CancellationToken stop)
    {
        await places.WaitAsync(stop);
        try
        {
            return await DraftAsync(row, stop);
        }
        finally
        {
            places.Release();
        }
    }

    private async Task<string?> DraftAsync(ApplicationRow row, CancellationToken stop)
    {
        var draft = new Case { Unit = $"units/{row.UnitId}", Application = row.Application };
        var saved = await Desk.AskAsync(row.Id, CaseSteps.Create, Desk.Tokens.Unit(row.UnitId),
            id => new CreateCaseRequest { Parent = stage.Programme.RoundName, Case = draft, RequestId = id },
            Desk.Connection.Cases.CreateCaseAsync, stop);
        if (saved.Answer is not { } created)
        {
            problems.Enqueue($"{row.Id} could not be drafted: {saved.Refusal}");
            return null;
        }

        cases[row.Id] = created.Name;
        foreach (var kind in row.Documents)
        {
            var uploaded = await Desk.UploadAsync(row.Id, row.UnitId, created.Name, kind, "", stop);
            if (uploaded.Refusal is { } refusal)
            {
                problems.Enqueue($"{row.Id}, {kind}: {refusal}");
            }
        }

        return created.Name;
    }

    private async Task<bool> SubmitAsync(ApplicationRow row, string name, CancellationToken stop)
    {
        await stage.Clock.AdvanceAsync(row.SubmittedAt, stop);
        var submitted = await Desk.AskAsync(row.Id, CaseSteps.Submit, Desk.Tokens.Unit(row.UnitId),
            id => new SubmitCaseRequest { Name = name, RequestId = id },
            Desk.Connection.Cases.SubmitCaseAsync, stop);
        if (submitted.Answer is not { } taken)
        {
            problems.Enqueue($"{row.Id} was not taken in: {submitted.Refusal}");
            return false;
        }

        AlreadyTaken += submitted.Replayed ? 1 : 0;
        CheckReceipt(row, taken.Receipt);
        return true;
    }

    private void CheckReceipt(ApplicationRow row, Receipt receipt)
    {
        if (receipt.ReceiveTime.ToDateTimeOffset() != row.SubmittedAt)
        {
            problems.Enqueue($"{row.Id} was submitted at {row.SubmittedAt:O}, but its receipt says {receipt.ReceiveTime.ToDateTimeOffset():O}");
        }
    }
}
