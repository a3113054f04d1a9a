using SmeOrleans.Cli.Filing;

namespace SmeOrleans.Cli.Season.Data;

/// <summary>A contract that ended early.</summary>
/// <param name="FirstInstalment">Paid before, NT$.</param>
/// <param name="Returned">Came back, NT$.</param>
internal sealed record ClosureRow(string ApplicationId, DateOnly ClosedOn, string Reason, long FirstInstalment, long Returned)
{
    public static ClosureRow Of(CsvRow row) => new(
        row.Text("application_id"), row.Date("closed_on"), row.Text("reason"), row.Whole("gov_instalment_1"), row.Whole("gov_returned"));
}

/// <summary>A mid-term report and its review.</summary>
/// <param name="Spending">So far.</param>
internal sealed record MidtermRow(
    string ApplicationId, DateOnly SubmittedOn, Spending Spending, int ProgressPercent, DateOnly ReviewedOn, bool Passed)
{
    // The table does not tell what the company has paid in: at least what was spent of it.
    public static MidtermRow Of(CsvRow row) => new(
        row.Text("application_id"),
        row.Date("report_submitted_on"),
        new() { GovernmentNtd = row.Whole("gov_spent"), SelfPaidNtd = row.Whole("self_spent"), SelfSpentNtd = row.Whole("self_spent") },
        (int)row.Whole("progress_pct"),
        row.Date("reviewed_on"),
        row.Text("result") == "accepted");
}

/// <summary>A visit on site.</summary>
internal sealed record VisitRow(string ApplicationId, string Reason, bool ByOffice, DateOnly VisitedOn, string ReviewerId, VisitResult Result)
{
    public static VisitRow Of(CsvRow row) => new(
        row.Text("application_id"),
        row.Text("reason"),
        row.Text("selected_by") == "office",
        row.Date("visited_on"),
        row.Text("reviewer_id"),
        row.Text("result") == "as_planned" ? VisitResult.AsPlanned : VisitResult.Deviates);
}

/// <summary>A final report, its review and what was paid.</summary>
/// <param name="Spending">In all.</param>
internal sealed record FinalRow(
    string ApplicationId,
    DateOnly SubmittedOn,
    string ReviewerId,
    DateOnly ReviewedOn,
    bool RevisionRequested,
    DateOnly AcceptedOn,
    Spending Spending,
    long FirstInstalment,
    long SecondInstalment)
{
    public static FinalRow Of(CsvRow row) => new(
        row.Text("application_id"),
        row.Date("report_submitted_on"),
        row.Text("reviewer_id"),
        row.Date("reviewed_on"),
        row.Flag("revision_requested"),
        row.Date("accepted_on"),
        new() { GovernmentNtd = row.Whole("gov_spent"), SelfPaidNtd = row.Whole("self_paid"), SelfSpentNtd = row.Whole("self_spent") },
        row.Whole("gov_instalment_1"),
        row.Whole("gov_instalment_2"));
}

/// <summary>The benefits of a completed case.</summary>
internal sealed record BenefitRow(string ApplicationId, ImmutableArray<BenefitAmount> Amounts)
{
    public static BenefitRow Of(CsvRow row, IEnumerable<BenefitIndicator> indicators) => new(
        row.Text("application_id"),
        [.. indicators.Select(indicator => new BenefitAmount { Indicator = indicator.Code, AmountNtd = row.Whole(indicator.Code) })]);
}

/// <summary>A case of the disaster round, from its receipt to its acceptance.</summary>
internal sealed record DisasterRow(
    string Id,
    string CompanyTaxId,
    string CompanyName,
    string Industry,
    string County,
    string Group,
    string UnitId,
    string Topic,
    DateOnly ReceivedOn,
    DateOnly ExecutionFrom,
    DateOnly ExecutionTo,
    Money Money,
    DateOnly ReviewedOn,
    DateOnly VisitedOn,
    DateOnly AcceptedOn)
{
    private const string Manufacturing = "製造業";

    public Sector Sector => Industry.EndsWith(Manufacturing, StringComparison.Ordinal) ? Sector.Manufacturing : Sector.Services;

    public static DisasterRow Of(CsvRow row) => new(
        row.Text("case_id"),
        row.Text("company_tax_id"),
        row.Text("company_name"),
        row.Text("industry"),
        row.Text("county"),
        row.Text("group"),
        row.Text("unit_id"),
        row.Text("topic").Normalize(NormalizationForm.FormC),
        row.Date("received_on"),
        row.Date("execution_from"),
        row.Date("execution_to"),
        new() { TotalNtd = row.Whole("total_budget"), GovernmentNtd = row.Whole("gov_funds"), SelfNtd = row.Whole("self_funded") },
        row.Date("report_reviewed_on"),
        row.Date("visited_on"),
        row.Date("accepted_on"));
}
