using SmeOrleans.Cli.Ledger;

namespace SmeOrleans.Cli.Season.Desks;

/// <summary>From approval to execution: the plan answered and confirmed, the contract signed, the first instalment paid (M-1, M-2).</summary>
internal sealed class ContractDesk(CaseBook book)
{
    private SeasonDesk Desk => book.Desk;

    /// <param name="revisedAt">When the unit files its revised plan.</param>
    /// <param name="confirmedAt">When it is confirmed.</param>
    /// <param name="signedAt">When the contract is signed and the first instalment paid.</param>
    /// <param name="from">First day of execution.</param>
    public IEnumerable<PlannedAct> ActsOf(
        ApprovedCase approved, DateTimeOffset revisedAt, DateTimeOffset confirmedAt, DateTimeOffset signedAt, DateOnly from) =>
    [
        new(revisedAt, Turn.Plan, stop => ReviseAsync(approved, stop)),
        new(confirmedAt, Turn.PlanConfirmation, stop => book.StepAsync(approved.Reference, CaseSteps.ConfirmPlan, approved.LeadToken,
            (name, id) => new ConfirmPlanRequest { Name = name, RequestId = id }, Desk.Connection.Contracts.ConfirmPlanAsync, stop)),
        new(signedAt, Turn.Contract, stop => SignAsync(approved, from, stop)),
        new(signedAt, Turn.FirstInstalment, stop => book.OfficeStepAsync(approved.Reference, CaseSteps.FirstInstalment,
            (name, id) => new PayInstalmentRequest { Name = name, Number = 1, RequestId = id }, Desk.Connection.Payments.PayInstalmentAsync, stop)),
    ];

    private Task ReviseAsync(ApprovedCase approved, CancellationToken stop) => book.UnitStepAsync(approved.Reference, CaseSteps.RevisePlan,
        (name, id) => new RevisePlanRequest
        {
            Name = name,
            Summary = "依審查意見修正計畫書。",
            Answers = { approved.Comments.Select(comment => new CommentAnswer { CommentId = comment, Answer = "已依審查意見修正。" }) },
            RequestId = id,
        },
        Desk.Connection.Contracts.RevisePlanAsync, stop);

    private Task SignAsync(ApprovedCase approved, DateOnly from, CancellationToken stop) => book.OfficeStepAsync(approved.Reference, CaseSteps.SignContract,
        (name, id) => new SignContractRequest
        {
            Name = name,
            Number = $"C-{approved.Reference}",
            FromDate = from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            RequestId = id,
        },
        Desk.Connection.Contracts.SignContractAsync, stop);
}

/// <summary>An approved case on its way to a contract.</summary>
/// <param name="LeadToken">Of its lead reviewer; the office's in rounds without panels.</param>
/// <param name="Comments">Ids of the comments that its plan must answer.</param>
internal sealed record ApprovedCase(string Reference, string LeadToken, ImmutableArray<string> Comments);
