namespace SmeOrleans.Domain.Cases;

/// <summary>What can be asked of a case. Facts that the caller does not know are in <see cref="CaseFacts"/>.</summary>
[GenerateSerializer, Immutable, Alias("sme.CaseCommand")]
public abstract record CaseCommand;

/// <param name="ExpectedVersion">Version that the caller read, or null for a new draft (AIP-154).</param>
[GenerateSerializer, Immutable, Alias("sme.SaveDraft")]
public sealed record SaveDraft(string Round, string Unit, Application Application, long? ExpectedVersion) : CaseCommand;

[GenerateSerializer, Immutable, Alias("sme.AttachDocument")]
public sealed record AttachDocument(Document Document) : CaseCommand;

[GenerateSerializer, Immutable, Alias("sme.Submit")]
public sealed record Submit : CaseCommand;

[GenerateSerializer, Immutable, Alias("sme.Withdraw")]
public sealed record Withdraw(string Reason) : CaseCommand;

[GenerateSerializer, Immutable, Alias("sme.BeginScreening")]
public sealed record BeginScreening : CaseCommand;

[GenerateSerializer, Immutable, Alias("sme.RequestSupplement")]
public sealed record RequestSupplement(string Note) : CaseCommand;

[GenerateSerializer, Immutable, Alias("sme.AnswerSupplement")]
public sealed record AnswerSupplement : CaseCommand;

/// <summary>The service's own: the supplement's time is over.</summary>
[GenerateSerializer, Immutable, Alias("sme.LapseSupplement")]
public sealed record LapseSupplement : CaseCommand;

[GenerateSerializer, Immutable, Alias("sme.RecordDuplicateCheck")]
public sealed record RecordDuplicateCheck(string Programme, DuplicateAnswer Answer) : CaseCommand;

[GenerateSerializer, Immutable, Alias("sme.RecordFormGaps")]
public sealed record RecordFormGaps(ImmutableList<string> Gaps) : CaseCommand;

[GenerateSerializer, Immutable, Alias("sme.CompleteScreening")]
public sealed record CompleteScreening : CaseCommand;

/// <summary>The service's own: another case has left the common project that <see cref="CaseFacts.Project"/> shows (F-3).</summary>
[GenerateSerializer, Immutable, Alias("sme.FollowProject")]
public sealed record FollowProject : CaseCommand;

/// <summary>The service's own: the case is, or is no longer, on the agenda that <see cref="CaseFacts.Session"/> shows.</summary>
[GenerateSerializer, Immutable, Alias("sme.FollowSession")]
public sealed record FollowSession(string Session) : CaseCommand;

/// <summary>The service's own: the joint meeting that <see cref="CaseFacts.Meeting"/> shows has ranked or decided.</summary>
[GenerateSerializer, Immutable, Alias("sme.FollowMeeting")]
public sealed record FollowMeeting : CaseCommand;

[GenerateSerializer, Immutable, Alias("sme.GiveUp")]
public sealed record GiveUp(string Reason) : CaseCommand;

/// <summary>File the plan revised to the panel's opinions (M-1).</summary>
[GenerateSerializer, Immutable, Alias("sme.RevisePlan")]
public sealed record RevisePlan(string Summary, ImmutableList<CommentAnswer> Answers, string Sha256) : CaseCommand;

/// <summary>Confirm answers one by one; empty = all that are left (M-1).</summary>
[GenerateSerializer, Immutable, Alias("sme.ConfirmPlan")]
public sealed record ConfirmPlan(ImmutableSortedSet<string> Comments) : CaseCommand;

[GenerateSerializer, Immutable, Alias("sme.ReturnPlan")]
public sealed record ReturnPlan(string Note) : CaseCommand;

[GenerateSerializer, Immutable, Alias("sme.SignContract")]
public sealed record SignContract(string Number, DateOnly From) : CaseCommand;

/// <param name="Budget">Money after the change; null = as agreed.</param>
[GenerateSerializer, Immutable, Alias("sme.RequestPlanChange")]
public sealed record RequestPlanChange(PlanChangeKind Kind, bool Major, string Summary, Budget? Budget, string Sha256) : CaseCommand;

/// <summary>By the office (M-7).</summary>
[GenerateSerializer, Immutable, Alias("sme.DecideMinorChange")]
public sealed record DecideMinorChange(bool Confirm, string Note) : CaseCommand;

/// <summary>By the lead reviewer (M-7).</summary>
[GenerateSerializer, Immutable, Alias("sme.DecideMajorChange")]
public sealed record DecideMajorChange(bool Confirm, string Note) : CaseCommand;

/// <summary>Pay instalment 1 or 2; the amount is computed (M-2).</summary>
[GenerateSerializer, Immutable, Alias("sme.PayInstalment")]
public sealed record PayInstalment(int Number) : CaseCommand;

[GenerateSerializer, Immutable, Alias("sme.RecordRefund")]
public sealed record RecordRefund(Ntd Amount, string Note) : CaseCommand;

[GenerateSerializer, Immutable, Alias("sme.FileAccountingReport")]
public sealed record FileAccountingReport(int Number, Spending Spending) : CaseCommand;

[GenerateSerializer, Immutable, Alias("sme.FileMidtermReport")]
public sealed record FileMidtermReport(Spending Spending, int ProgressPercent, string Summary) : CaseCommand;

[GenerateSerializer, Immutable, Alias("sme.ReviewMidterm")]
public sealed record ReviewMidterm(bool Passed, string Note) : CaseCommand;

/// <summary>By the office: from the draw, or by a sampling reason (M-6).</summary>
[GenerateSerializer, Immutable, Alias("sme.SelectForVisit")]
public sealed record SelectForVisit(string Reason) : CaseCommand;

/// <summary>By the lead reviewer (M-6).</summary>
[GenerateSerializer, Immutable, Alias("sme.PickForVisit")]
public sealed record PickForVisit(string Reason) : CaseCommand;

/// <param name="Visitor">Who went: the caller, as <see cref="Access.Caller.AsVisitor"/>.</param>
[GenerateSerializer, Immutable, Alias("sme.RecordVisit")]
public sealed record RecordVisit(DateOnly VisitedOn, string Visitor, VisitResult Result, string Note) : CaseCommand;

[GenerateSerializer, Immutable, Alias("sme.FileFinalReport")]
public sealed record FileFinalReport(Spending Spending, string Summary, string UnfinishedNote) : CaseCommand;

[GenerateSerializer, Immutable, Alias("sme.JudgeFinal")]
public sealed record JudgeFinal(
    bool DoneAsPlanned, bool DifferencesAcceptable, bool OutputsProveIt, bool ResultsMatchGoals, FinalVerdict Verdict, string Note) : CaseCommand;

/// <param name="Amounts">NT$ by indicator code (E-3).</param>
[GenerateSerializer, Immutable, Alias("sme.RecordBenefits")]
public sealed record RecordBenefits(ImmutableSortedDictionary<string, Ntd> Amounts) : CaseCommand;

[GenerateSerializer, Immutable, Alias("sme.RecordSurvey")]
public sealed record RecordSurvey(Respondent Respondent, ImmutableList<SurveyAnswer> Answers) : CaseCommand;

/// <summary>Whether the pledged design award was won (F-5).</summary>
[GenerateSerializer, Immutable, Alias("sme.RecordAwardResult")]
public sealed record RecordAwardResult(bool Won) : CaseCommand;

/// <summary>Accept, in full or with a price reduction (E-2).</summary>
[GenerateSerializer, Immutable, Alias("sme.AcceptCase")]
public sealed record AcceptCase(Ntd PriceReduction, string ReductionReason) : CaseCommand;

[GenerateSerializer, Immutable, Alias("sme.CloseCase")]
public sealed record CloseCase : CaseCommand;

[GenerateSerializer, Immutable, Alias("sme.OrderCorrection")]
public sealed record OrderCorrection(string Grounds, bool Major) : CaseCommand;

[GenerateSerializer, Immutable, Alias("sme.AnswerCorrection")]
public sealed record AnswerCorrection(string Answer) : CaseCommand;

[GenerateSerializer, Immutable, Alias("sme.AcceptCorrection")]
public sealed record AcceptCorrection(string Note) : CaseCommand;

/// <summary>The service's own: the correction's time is over.</summary>
[GenerateSerializer, Immutable, Alias("sme.LapseCorrection")]
public sealed record LapseCorrection : CaseCommand;

/// <summary>By the chair: from here on the panel judges .</summary>
[GenerateSerializer, Immutable, Alias("sme.CallPanel")]
public sealed record CallPanel(string Note) : CaseCommand;

/// <summary>By the lead reviewer .</summary>
[GenerateSerializer, Immutable, Alias("sme.JudgeAnomaly")]
public sealed record JudgeAnomaly(AnomalyOutcome Outcome, string Note) : CaseCommand;

/// <summary>By the chair, for the panel that was called .</summary>
[GenerateSerializer, Immutable, Alias("sme.JudgeAsPanel")]
public sealed record JudgeAsPanel(AnomalyOutcome Outcome, string Note) : CaseCommand;

/// <summary>The company went out of business (歇業).</summary>
[GenerateSerializer, Immutable, Alias("sme.Discontinue")]
public sealed record Discontinue(string Reason) : CaseCommand;
