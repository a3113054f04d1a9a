using SmeOrleans.Cli.Ledger;

namespace SmeOrleans.Cli.Season.Desks;

/// <summary>Steps that cases of every round take.</summary>
internal static class ExecutionSteps
{
    public static Task FileAccountsAsync(this CaseBook book, string reference, int number, Spending spending, CancellationToken stop) =>
        book.UnitStepAsync(reference, $"file accounting report {number}",
            (name, id) => new FileAccountingReportRequest { Name = name, Number = number, Spending = spending, RequestId = id },
            book.Desk.Connection.Payments.FileAccountingReportAsync, stop);

    /// <param name="visitor">Token of who went.</param>
    public static PlannedAct VisitAct(this CaseBook book, string reference, string visitor, DateTimeOffset at, VisitResult result) =>
        new(at, Turn.Visit, stop => book.StepAsync(reference, CaseSteps.Visit, visitor,
            (name, id) => new RecordVisitRequest
            {
                Name = name, VisitDate = at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Result = result, RequestId = id,
            },
            book.Desk.Connection.Monitoring.RecordVisitAsync, stop));

    public static Task FileFinalAsync(this CaseBook book, string reference, string occasion, Spending spending, CancellationToken stop) =>
        book.UnitStepAsync(reference, CaseSteps.FinalReport + occasion,
            (name, id) => new FileFinalReportRequest { Name = name, Spending = spending, Summary = "計畫執行完成。", RequestId = id },
            book.Desk.Connection.Acceptance.FileFinalReportAsync, stop);

    /// <summary>A report that passes holds on all four points; one that is to be revised does not yet prove its outputs (E-1).</summary>
    public static Task JudgeFinalAsync(this CaseBook book, string reference, string judge, FinalVerdict verdict, CancellationToken stop)
    {
        var passes = verdict == FinalVerdict.Pass;
        return book.StepAsync(reference, passes ? CaseSteps.FinalPassed : "ask for a revised final report", judge,
            (name, id) => new JudgeFinalRequest
            {
                Name = name,
                DoneAsPlanned = passes,
                DifferencesAcceptable = true,
                OutputsProveIt = passes,
                ResultsMatchGoals = true,
                Verdict = verdict,
                RequestId = id,
            },
            book.Desk.Connection.Acceptance.JudgeFinalAsync, stop);
    }

    /// <summary>Accepts, and then pays or takes back what the settlement says (M-2, M-3).</summary>
    public static async Task AcceptAsync(this CaseBook book, string reference, CancellationToken stop)
    {
        var accepted = await book.OfficeStepAsync(reference, CaseSteps.Accept,
            (name, id) => new AcceptCaseRequest { Name = name, RequestId = id }, book.Desk.Connection.Acceptance.AcceptCaseAsync, stop);
        var settlement = accepted?.Execution?.Acceptance;
        if (settlement?.SecondInstalmentNtd > 0)
        {
            await book.OfficeStepAsync(reference, CaseSteps.SecondInstalment,
                (name, id) => new PayInstalmentRequest { Name = name, Number = 2, RequestId = id }, book.Desk.Connection.Payments.PayInstalmentAsync, stop);
        }

        if (settlement?.RefundDueNtd > 0)
        {
            await book.OfficeStepAsync(reference, CaseSteps.Refund,
                (name, id) => new RecordRefundRequest { Name = name, AmountNtd = settlement.RefundDueNtd, RequestId = id },
                book.Desk.Connection.Payments.RecordRefundAsync, stop);
        }
    }

    public static Task CloseAsync(this CaseBook book, string reference, CancellationToken stop) => book.OfficeStepAsync(reference, CaseSteps.Close,
        (name, id) => new CloseCaseRequest { Name = name, RequestId = id }, book.Desk.Connection.Payments.CloseCaseAsync, stop);
}
