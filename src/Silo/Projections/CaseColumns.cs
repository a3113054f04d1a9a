using SmeOrleans.Domain.Acceptance;
using SmeOrleans.Domain.Cases;
using SmeOrleans.Domain.Funding;
using SmeOrleans.Domain.Money;
using SmeOrleans.Domain.Monitoring;
using SmeOrleans.Domain.Review;
using static SmeOrleans.Silo.Projections.ColumnType;
using static SmeOrleans.Silo.Projections.SqlText;

namespace SmeOrleans.Silo.Projections;

/// <summary>
/// What reports need of a case from its qualification to its end. The flags say what once was, not where the case stands
/// now, so that a table gives the same answer at any later time of the round.
/// </summary>
internal static class CaseColumns
{
    public static readonly ImmutableArray<Column<Case>> Later =
    [
        new("topic", Text, it => it.Application?.Topic ?? ""),
        new("industry", Text, it => it.Portrait?.Industry ?? ""),
        new("qualified", Number, it => Flag(it.ScreeningDecidedAt is not null && it.State != CaseState.Returned)),
        new("session", Text, it => it.Review?.Session ?? ""),
        new("grade", Text, it => it.Review is { Grade: not Grade.Unspecified } review ? EnumName(review.Grade) : ""),
        new("budget_line", Text, it => it.Award?.Line ?? ""),
        new("rank", Number, it => (long)(it.Award?.Rank ?? 0)),
        new("reserve_order", Number, it => (long)(it.Award?.ReserveOrder ?? 0)),
        new("approved", Number, it => Flag(WasApproved(it))),
        new("approved_government_ntd", Number, it => Approved(it, budget => budget.Government)),
        new("approved_self_ntd", Number, it => Approved(it, budget => budget.Self)),
        new("paid_ntd", Number, it => it.Execution?.Paid.Amount ?? 0),
        new("visited", Number, it => Flag(MadeVisit(it) is not null)),
        new("visit_reason", Text, it => MadeVisit(it)?.Reason ?? ""),
        new("completed", Number, it => Flag(it.Execution?.Acceptance is not null)),
        new("benefit_ntd", Number, it => it.Execution?.Benefits.Values.Sum(amount => amount.Amount) ?? 0),
        new("company_surveyed", Number, it => Flag(it.Execution?.Surveys.Exists(survey => survey.Respondent == Respondent.Company) ?? false)),
    ];

    // Who gave up signing is off the list, and a reserve is on it instead (J-4); who stopped later was approved all the same.
    private static bool WasApproved(Case it) => it is { Execution: not null, Award: not null, State: not CaseState.GaveUp };

    private static long Approved(Case it, Func<Budget, Ntd> part) => WasApproved(it) ? part(it.Award!.Budget).Amount : 0;

    private static Visit? MadeVisit(Case it) => it.Execution?.Visits.FindLast(visit => visit.VisitedOn is not null);
}
