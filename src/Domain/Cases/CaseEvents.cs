namespace SmeOrleans.Domain.Cases;

/// <summary>Something that happened to a case.</summary>
/// <param name="At">When, by the service's clock.</param>
public abstract record CaseEvent(DateTimeOffset At);

public sealed record DraftSaved(DateTimeOffset At, string Round, string Unit, Application Application) : CaseEvent(At);

public sealed record DocumentAttached(DateTimeOffset At, Document Document) : CaseEvent(At);

public sealed record SubmissionReceived(
    DateTimeOffset At, Receipt Receipt, Application Application, Portrait Portrait, ImmutableList<Finding> Flags) : CaseEvent(At);

public sealed record CaseWithdrawn(DateTimeOffset At, string Reason) : CaseEvent(At);

public sealed record ScreeningBegun(DateTimeOffset At) : CaseEvent(At);

public sealed record SupplementAsked(DateTimeOffset At, Supplement Supplement) : CaseEvent(At);

public sealed record SupplementReceived(DateTimeOffset At) : CaseEvent(At);

public sealed record DuplicateCheckRecorded(DateTimeOffset At, DuplicateCheck Check) : CaseEvent(At);

public sealed record FormGapsRecorded(DateTimeOffset At, ImmutableList<string> Gaps) : CaseEvent(At);

public sealed record CaseQualified(DateTimeOffset At, ImmutableList<Finding> Findings) : CaseEvent(At);

public sealed record CaseReturned(DateTimeOffset At, ImmutableList<Finding> Findings) : CaseEvent(At);

/// <param name="Review">The session's copy of who reviews.</param>
public sealed record ReviewScheduled(DateTimeOffset At, CaseReview Review) : CaseEvent(At);

public sealed record ReviewersChanged(DateTimeOffset At, CaseReview Review) : CaseEvent(At);

public sealed record ReviewUnscheduled(DateTimeOffset At, string Session) : CaseEvent(At);

public sealed record CaseGraded(DateTimeOffset At, CaseReview Review) : CaseEvent(At);

public sealed record CaseRecommended(DateTimeOffset At, Award Award) : CaseEvent(At);

public sealed record CaseNotRecommended(DateTimeOffset At) : CaseEvent(At);

public sealed record CaseApproved(DateTimeOffset At, Award Award, LedgerEntry Entry) : CaseEvent(At);

public sealed record CaseReserved(DateTimeOffset At, Award Award) : CaseEvent(At);

public sealed record PlaceOffered(DateTimeOffset At, Award Award) : CaseEvent(At);

/// <param name="Reason">Code of a <see cref="Refusals.Reason"/>, or empty: the joint meeting declined.</param>
public sealed record CaseDeclined(DateTimeOffset At, string Reason) : CaseEvent(At);

public sealed record CaseGaveUp(DateTimeOffset At, string Reason, LedgerEntry Entry) : CaseEvent(At);

public sealed record PlanRevised(DateTimeOffset At, PlanVersion Plan) : CaseEvent(At);

/// <param name="Plan">With the comments confirmed so far; decided once all are.</param>
public sealed record PlanAnswersConfirmed(DateTimeOffset At, PlanVersion Plan) : CaseEvent(At);

public sealed record PlanReturned(DateTimeOffset At, string Note) : CaseEvent(At);

public sealed record ContractSigned(DateTimeOffset At, Contract Contract) : CaseEvent(At);

public sealed record PlanChangeRequested(DateTimeOffset At, PlanVersion Plan) : CaseEvent(At);

public sealed record PlanChangeDecided(DateTimeOffset At, PlanVersion Plan) : CaseEvent(At);

public sealed record InstalmentPaid(DateTimeOffset At, LedgerEntry Entry) : CaseEvent(At);

public sealed record RefundReceived(DateTimeOffset At, LedgerEntry Entry) : CaseEvent(At);

public sealed record AccountingReportFiled(DateTimeOffset At, AccountingReport Report) : CaseEvent(At);

public sealed record MidtermReportFiled(DateTimeOffset At, MidtermReport Report) : CaseEvent(At);

public sealed record MidtermReviewed(DateTimeOffset At, bool Passed, string Note) : CaseEvent(At);

public sealed record VisitPlanned(DateTimeOffset At, Visit Visit) : CaseEvent(At);

public sealed record VisitMade(DateTimeOffset At, Visit Visit) : CaseEvent(At);

public sealed record FinalReportFiled(DateTimeOffset At, FinalReport Report) : CaseEvent(At);

public sealed record FinalJudged(DateTimeOffset At, FinalJudgement Judgement) : CaseEvent(At);

public sealed record BenefitsRecorded(DateTimeOffset At, ImmutableSortedDictionary<string, Ntd> Amounts) : CaseEvent(At);

public sealed record SurveyRecorded(DateTimeOffset At, Survey Survey) : CaseEvent(At);

public sealed record AwardResultRecorded(DateTimeOffset At, bool Won) : CaseEvent(At);

/// <param name="Entries">What is no longer committed.</param>
public sealed record CaseAccepted(DateTimeOffset At, AcceptanceRecord Acceptance, ImmutableList<LedgerEntry> Entries) : CaseEvent(At);

public sealed record CaseClosed(DateTimeOffset At) : CaseEvent(At);

public sealed record CorrectionRequired(DateTimeOffset At, Anomaly Anomaly) : CaseEvent(At);

public sealed record CorrectionAnswered(DateTimeOffset At, string Answer) : CaseEvent(At);

public sealed record CorrectionLapsed(DateTimeOffset At) : CaseEvent(At);

public sealed record PanelCalled(DateTimeOffset At, string Note) : CaseEvent(At);

/// <param name="Anomaly">With its outcome.</param>
/// <param name="State">State of the case after it.</param>
public sealed record AnomalySettled(DateTimeOffset At, Anomaly Anomaly, CaseState State, ImmutableList<LedgerEntry> Entries) : CaseEvent(At);

public sealed record CaseDiscontinued(DateTimeOffset At, string Reason, ImmutableList<LedgerEntry> Entries) : CaseEvent(At);
