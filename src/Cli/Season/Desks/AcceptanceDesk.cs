using SmeOrleans.Cli.Ledger;
using SmeOrleans.Cli.Season.Data;

namespace SmeOrleans.Cli.Season.Desks;

/// <summary>The end of a case: final report, judgement, benefits, acceptance, second instalment, closing (E-1 to E-3).</summary>
internal sealed class AcceptanceDesk(SeasonStage stage, CaseBook book, ReviewBook review)
{
    /// <summary>The accounting report that comes with the final one.</summary>
    private const int LastAccounts = 2;

    private readonly Dictionary<string, BenefitRow> benefits = review.Year.Benefits.ToDictionary(row => row.ApplicationId);

    public IEnumerable<PlannedAct> Acts() => review.Year.Finals.SelectMany(ActsOf);

    private IEnumerable<PlannedAct> ActsOf(FinalRow row)
    {
        var programme = stage.Programme;
        var (reviewed, accepted) = (programme.DecisionTime(row.ReviewedOn), programme.DecisionTime(row.AcceptedOn));
        yield return new(programme.OpeningTime(row.SubmittedOn), Turn.FinalReport, stop => FileAsync(row, stop));
        if (row.RevisionRequested)
        {
            yield return new(reviewed, Turn.FinalJudgement, stop => book.JudgeFinalAsync(row.ApplicationId, review.TokenOf(row.ReviewerId), FinalVerdict.Revise, stop));
            yield return new(accepted, Turn.FinalRevision, stop => book.FileFinalAsync(row.ApplicationId, ", revised", row.Spending, stop));
        }

        yield return new(row.RevisionRequested ? accepted : reviewed, Turn.FinalReview,
            stop => book.JudgeFinalAsync(row.ApplicationId, review.TokenOf(row.ReviewerId), FinalVerdict.Pass, stop));
        yield return new(accepted, Turn.Acceptance, stop => book.AcceptAsync(row.ApplicationId, stop));
        yield return new(accepted, Turn.Closing, stop => book.CloseAsync(row.ApplicationId, stop));
    }

    private async Task FileAsync(FinalRow row, CancellationToken stop)
    {
        await book.FileFinalAsync(row.ApplicationId, "", row.Spending, stop);
        await book.FileAccountsAsync(row.ApplicationId, LastAccounts, row.Spending, stop);
        if (benefits.GetValueOrDefault(row.ApplicationId) is { } gained)
        {
            await book.UnitStepAsync(row.ApplicationId, CaseSteps.Benefits,
                (name, id) => new RecordBenefitsRequest { Name = name, Benefits = { gained.Amounts }, RequestId = id },
                book.Desk.Connection.Acceptance.RecordBenefitsAsync, stop);
        }
    }
}
