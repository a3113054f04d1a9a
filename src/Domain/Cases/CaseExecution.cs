namespace SmeOrleans.Domain.Cases;

/// <summary>What happens to a case from its approval to its end.</summary>
/// <param name="Plans">Versions of the plan, oldest first (M-7).</param>
/// <param name="Ledger">Its money ledger, oldest first.</param>
/// <param name="Judgements">On its final reports, oldest first.</param>
/// <param name="Benefits">NT$ by indicator code (E-3); empty until recorded.</param>
/// <param name="AwardWon">Null = not told, or nothing pledged (F-5).</param>
/// <param name="LeaveReason">Why it gave up or was discontinued; empty = it did not.</param>
[GenerateSerializer, Immutable, Alias("sme.CaseExecution")]
public sealed record CaseExecution(
    ImmutableList<PlanVersion> Plans,
    Contract? Contract,
    ImmutableList<LedgerEntry> Ledger,
    ImmutableList<AccountingReport> AccountingReports,
    MidtermReport? Midterm,
    ImmutableList<Visit> Visits,
    FinalReport? Final,
    ImmutableList<FinalJudgement> Judgements,
    AcceptanceRecord? Acceptance,
    ImmutableSortedDictionary<string, Ntd> Benefits,
    ImmutableList<Survey> Surveys,
    bool? AwardWon,
    ImmutableList<Anomaly> Anomalies,
    string LeaveReason)
{
    public static readonly CaseExecution None = new(
        [], null, [], [], null, [], null, [], null, ImmutableSortedDictionary.Create<string, Ntd>(StringComparer.Ordinal), [], null, [], "");

    /// <summary>Government money committed and not yet released.</summary>
    public Ntd Committed => new(Ledger.Sum(entry => entry.Committed.Amount));

    /// <summary>Government money paid and not come back.</summary>
    public Ntd Paid => new(Ledger.Sum(entry => entry.Paid.Amount));

    /// <summary>The latest version of the plan, decided or not.</summary>
    public PlanVersion? LatestPlan => Plans.IsEmpty ? null : Plans[^1];

    /// <summary>The anomaly that is not settled, or null.</summary>
    public Anomaly? OpenAnomaly => Anomalies.Find(anomaly => anomaly.Outcome == AnomalyOutcome.Open);

    /// <summary>State of the case after an event of its execution.</summary>
    public static CaseState StateAfter(CaseState before, CaseEvent happened) => happened switch
    {
        CaseGaveUp => CaseState.GaveUp,
        PlanRevised => CaseState.PlanRevision,
        PlanReturned => CaseState.Approved,
        ContractSigned => CaseState.Contracted,
        InstalmentPaid when before == CaseState.Contracted => CaseState.Executing,
        MidtermReviewed { Passed: true } => CaseState.MidtermChecked,
        FinalReportFiled => CaseState.FinalReported,
        FinalJudged => CaseState.FinalReview,
        CaseAccepted => CaseState.Accepted,
        CaseClosed => CaseState.Closed,
        CorrectionRequired => CaseState.CorrectionOrdered,
        AnomalySettled e => e.State,
        CaseDiscontinued => CaseState.Discontinued,
        _ => before,
    };

    public CaseExecution Apply(CaseEvent happened) => happened switch
    {
        CaseApproved e => this with { Ledger = Ledger.Add(e.Entry) },
        CaseGaveUp e => this with { Ledger = Ledger.Add(e.Entry), LeaveReason = e.Reason },
        PlanRevised e => this with { Plans = Plans.Add(e.Plan) },
        PlanAnswersConfirmed e => this with { Plans = Plans.SetItem(Plans.Count - 1, e.Plan) },
        PlanReturned e => this with { Plans = Plans.SetItem(Plans.Count - 1, LatestPlan! with { Decision = PlanDecision.Refused, DecisionNote = e.Note, DecidedAt = e.At }) },
        ContractSigned e => this with { Contract = e.Contract },
        PlanChangeRequested e => this with { Plans = Plans.Add(e.Plan) },
        PlanChangeDecided e => this with { Plans = Plans.SetItem(Plans.Count - 1, e.Plan) },
        InstalmentPaid e => this with { Ledger = Ledger.Add(e.Entry) },
        RefundReceived e => this with { Ledger = Ledger.Add(e.Entry) },
        AccountingReportFiled e => this with { AccountingReports = AccountingReports.Add(e.Report) },
        MidtermReportFiled e => this with { Midterm = e.Report },
        MidtermReviewed e => this with { Midterm = Midterm! with { Passed = e.Passed, ReviewNote = e.Note, ReviewedAt = e.At } },
        VisitPlanned e => this with { Visits = Visits.Add(e.Visit) },
        VisitMade e => this with { Visits = Visits.SetItem(Visits.FindIndex(visit => visit.VisitedOn is null), e.Visit) },
        FinalReportFiled e => this with { Final = e.Report },
        FinalJudged e => this with { Judgements = Judgements.Add(e.Judgement) },
        BenefitsRecorded e => this with { Benefits = e.Amounts },
        SurveyRecorded e => this with { Surveys = Surveys.RemoveAll(survey => survey.Respondent == e.Survey.Respondent).Add(e.Survey) },
        AwardResultRecorded e => this with { AwardWon = e.Won },
        CaseAccepted e => this with { Acceptance = e.Acceptance, Ledger = Ledger.AddRange(e.Entries) },
        CaseClosed => this,
        CorrectionRequired e => this with { Anomalies = Anomalies.Add(e.Anomaly) },
        CorrectionAnswered e => WithAnomaly(anomaly => anomaly with { Answer = e.Answer, AnsweredAt = e.At }),
        CorrectionLapsed => WithAnomaly(anomaly => anomaly with { Overdue = true }),
        PanelCalled => WithAnomaly(anomaly => anomaly with { PanelCalled = true }),
        AnomalySettled e => WithAnomaly(_ => e.Anomaly) with { Ledger = Ledger.AddRange(e.Entries) },
        CaseDiscontinued e => this with { LeaveReason = e.Reason, Ledger = Ledger.AddRange(e.Entries) },
        _ => throw new InvalidOperationException($"Unknown event {happened.GetType().Name}"),
    };

    private CaseExecution WithAnomaly(Func<Anomaly, Anomaly> change) =>
        this with { Anomalies = Anomalies.SetItem(Anomalies.FindIndex(anomaly => anomaly.Outcome == AnomalyOutcome.Open), change(OpenAnomaly!)) };
}
