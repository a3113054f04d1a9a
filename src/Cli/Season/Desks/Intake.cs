using SmeOrleans.Cli.Ledger;
using SmeOrleans.Cli.Season.Data;

namespace SmeOrleans.Cli.Season.Desks;

/// <summary>
/// The window: every application is submitted at its minute, while the drafts of later ones are already being written and
/// their documents uploaded.
/// </summary>
internal sealed class Intake(SeasonStage stage, CaseBook book) : IAsyncDisposable
{
    private CancellationTokenSource failed = new();
    private Dictionary<string, Task<string?>> drafts = [];
    private int alreadyTaken;
    private int acknowledged;

    private SeasonDesk Desk => book.Desk;

    /// <summary>Submissions that had been taken in before this replay.</summary>
    public int AlreadyTaken => alreadyTaken;

    /// <summary>Called after each acknowledged submission with how many there are.</summary>
    public Func<int, CancellationToken, Task> Acknowledged { get; init; } = (_, _) => Task.CompletedTask;

    public IEnumerable<PlannedAct> Acts() =>
        stage.Data.Applications.Select(row => new PlannedAct(row.SubmittedAt, Turn.Submission, stop => SubmitAsync(row, stop)));

    /// <summary>Begins to write drafts, in order of arrival.</summary>
    public void BeginDrafts(CancellationToken stop)
    {
        failed = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var places = new SemaphoreSlim(stage.Parallelism);
        drafts = stage.Data.Applications.ToDictionary(row => row.Id, row => DraftAsync(row, places, failed.Token));
    }

    public async ValueTask DisposeAsync()
    {
        await failed.CancelAsync();
        await ((Task)Task.WhenAll(drafts.Values)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        failed.Dispose();
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
        var created = await Desk.ExpectAsync(row.Id, CaseSteps.Create, Desk.Tokens.Unit(row.UnitId),
            id => new CreateCaseRequest { Parent = Desk.RoundName, Case = draft, RequestId = id },
            Desk.Connection.Cases.CreateCaseAsync, stop);
        if (created is null)
        {
            return null;
        }

        book.Enter(row.Id, created.Name, row.UnitId);
        foreach (var kind in row.Documents)
        {
            var uploaded = await Desk.UploadAsync(row.Id, row.UnitId, created.Name, kind, "", stop);
            if (uploaded.Refusal is { } refusal)
            {
                Desk.Complain($"{row.Id}, {kind}: {refusal}");
            }
        }

        return created.Name;
    }

    private async Task SubmitAsync(ApplicationRow row, CancellationToken stop)
    {
        if (await drafts[row.Id] is not { } name)
        {
            return;
        }

        var submitted = await Desk.AskAsync(row.Id, CaseSteps.Submit, Desk.Tokens.Unit(row.UnitId),
            id => new SubmitCaseRequest { Name = name, RequestId = id },
            Desk.Connection.Cases.SubmitCaseAsync, stop);
        if (submitted.Answer is not { } taken)
        {
            Desk.Complain($"{row.Id} was not taken in: {submitted.Refusal}");
            return;
        }

        if (submitted.Replayed)
        {
            Interlocked.Increment(ref alreadyTaken);
        }

        CheckReceipt(row, taken.Receipt);
        await Acknowledged(Interlocked.Increment(ref acknowledged), stop);
    }

    private void CheckReceipt(ApplicationRow row, Receipt receipt)
    {
        if (receipt.ReceiveTime.ToDateTimeOffset() != row.SubmittedAt)
        {
            Desk.Complain($"{row.Id} was submitted at {row.SubmittedAt:O}, but its receipt says {receipt.ReceiveTime.ToDateTimeOffset():O}");
        }
    }
}
