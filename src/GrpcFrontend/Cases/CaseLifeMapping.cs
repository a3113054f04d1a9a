using SmeOrleans.Domain.Acceptance;
using SmeOrleans.Domain.Anomalies;
using SmeOrleans.Domain.Contracts;
using SmeOrleans.Domain.Funding;
using SmeOrleans.Domain.Monitoring;
using SmeOrleans.Domain.Payments;

namespace SmeOrleans.GrpcFrontend.Cases;

/// <summary>Review, award and execution of a case on the wire.</summary>
internal static class CaseLifeMapping
{
    private const Role Insiders = Role.Office | Role.Bureau | Role.Auditor;

    /// <summary>Who reviewed is not for the unit, and what came of it only once it is published.</summary>
    public static V1.CaseReview? Review(Case subject, Caller caller)
    {
        if (subject.Review is not { } review)
        {
            return null;
        }

        // One who reviews elsewhere, too, sees of its own unit's case what the unit sees.
        var isUnit = Visibility.IsApplicant(caller, subject.Unit);
        if (isUnit && !Disclosure.IsPublished(subject))
        {
            return null;
        }

        var message = new V1.CaseReview
        {
            MeanScore = review.Mean.ToString(),
            Grade = (V1.Grade)review.Grade,
            OpinionSummary = review.Opinion?.Summary ?? "",
            Comments = { (review.Opinion?.Comments ?? []).Select(comment => new V1.ReviewComment { CommentId = comment.Id, Text = comment.Text }) },
            VisitFlags = { isUnit ? [] : review.Opinion?.Flags ?? [] },
        };
        if (!isUnit)
        {
            message.Session = review.Session;
            message.LeadReviewer = review.Lead;
            message.DelegateReviewer = review.Delegate;
            message.Reviewers.AddRange(review.Reviewers);
        }

        return message;
    }

    public static V1.Award? Award(Case subject, Caller caller) =>
        subject.Award is not { } award || (!caller.Is(Insiders) && !Disclosure.IsPublished(subject)) ? null : new()
        {
            BudgetLine = award.Line,
            Rank = award.Rank,
            ReserveOrder = award.ReserveOrder,
            Money = Money(award.Budget),
            DecideTime = Times.Of(award.DecidedAt),
            OfferExpireTime = Times.Of(award.OfferExpiresAt),
            PlanDueTime = Times.Of(award.PlanDueAt),
            OfferDerivationZh = { (award.OfferDerivation ?? []).Select(step => step.Zh) },
            OfferDerivationEn = { (award.OfferDerivation ?? []).Select(step => step.En) },
            PlanDueDerivationZh = { (award.PlanDueDerivation ?? []).Select(step => step.Zh) },
            PlanDueDerivationEn = { (award.PlanDueDerivation ?? []).Select(step => step.En) },
        };

    public static V1.CaseExecution? Execution(CaseExecution? execution)
    {
        var message = execution is null ? null : Whole(execution);
        if (execution?.AwardWon is { } won)
        {
            message!.AwardWon = won;
        }

        return message;
    }

    private static V1.CaseExecution Whole(CaseExecution execution) => new()
    {
        Plans = { execution.Plans.Select(Plan) },
        Contract = execution.Contract is { } contract ? Agreement(contract) : null,
        Ledger = { execution.Ledger.Select(Entry) },
        CommittedNtd = execution.Committed.Amount,
        PaidNtd = execution.Paid.Amount,
        AccountingReports = { execution.AccountingReports.Select(report => new V1.AccountingReport { Number = report.Number, Spending = Of(report.Spending), FileTime = Times.Of(report.FiledAt) }) },
        Midterm = execution.Midterm is { } midterm ? Midterm(midterm) : null,
        Visits = { execution.Visits.Select(Visit) },
        FinalReport = execution.Final is { } final ? Final(final) : null,
        Judgements = { execution.Judgements.Select(Judgement) },
        Acceptance = execution.Acceptance is { } acceptance ? Acceptance(acceptance) : null,
        Benefits = { execution.Benefits.Select(benefit => new V1.BenefitAmount { Indicator = benefit.Key, AmountNtd = benefit.Value.Amount }) },
        Surveys = { execution.Surveys.Select(Survey) },
        Anomalies = { execution.Anomalies.Select(Anomaly) },
        LeaveReason = execution.LeaveReason,
    };

    public static V1.Money Money(Budget budget) =>
        new() { TotalNtd = budget.Total.Amount, GovernmentNtd = budget.Government.Amount, SelfNtd = budget.Self.Amount };

    public static V1.CalculationLine Line(CalculationLine line) => new() { Step = line.Step, Formula = line.Formula, ResultNtd = line.Result.Amount };

    public static V1.Acceptance Acceptance(AcceptanceRecord record) => new()
    {
        PriceReductionNtd = record.PriceReduction.Amount,
        ReductionReason = record.ReductionReason,
        PayableNtd = record.Settlement.Payable.Amount,
        SecondInstalmentNtd = record.Settlement.SecondInstalment.Amount,
        RefundDueNtd = record.Settlement.RefundDue.Amount,
        Arithmetic = { record.Settlement.Arithmetic.Select(Line) },
        AcceptTime = Times.Of(record.AcceptedAt),
    };

    private static V1.PlanVersion Plan(PlanVersion plan) => new()
    {
        Number = plan.Number,
        Kind = (V1.PlanChangeKind)plan.Kind,
        Major = plan.Major,
        Summary = plan.Summary,
        Money = Money(plan.Budget),
        Answers = { plan.Answers.Select(answer => new V1.CommentAnswer { CommentId = answer.Comment, Answer = answer.Answer }) },
        Sha256 = plan.Sha256,
        ConfirmedComments = { plan.Confirmed },
        Decision = (V1.PlanDecision)plan.Decision,
        DecisionNote = plan.DecisionNote,
        FileTime = Times.Of(plan.FiledAt),
        DecideTime = Times.Of(plan.DecidedAt),
    };

    private static V1.Contract Agreement(Domain.Contracts.Contract contract) => new()
    {
        Number = contract.Number,
        SignTime = Times.Of(contract.SignedAt),
        FromDate = Times.Date(contract.From),
        ToDate = Times.Date(contract.To),
        Money = Money(contract.Budget),
    };

    private static V1.LedgerEntry Entry(LedgerEntry entry) => new()
    {
        Number = entry.Number,
        Kind = (V1.LedgerKind)entry.Kind,
        CommittedNtd = entry.Committed.Amount,
        PaidNtd = entry.Paid.Amount,
        Note = entry.Note,
        Arithmetic = { entry.Arithmetic.Select(Line) },
        EntryTime = Times.Of(entry.At),
    };

    private static V1.Spending Of(Spending spending) => new()
    {
        GovernmentNtd = spending.Government.Amount,
        SelfPaidNtd = spending.SelfPaid.Amount,
        SelfSpentNtd = spending.SelfSpent.Amount,
    };

    private static V1.MidtermReport Midterm(MidtermReport report) => new()
    {
        Spending = Of(report.Spending),
        ProgressPercent = report.ProgressPercent,
        Summary = report.Summary,
        FileTime = Times.Of(report.FiledAt),
        ReviewTime = Times.Of(report.ReviewedAt),
        Passed = report.Passed ?? false,
        ReviewNote = report.ReviewNote,
    };

    private static V1.Visit Visit(Visit visit) => new()
    {
        SelectedBy = (V1.VisitSelection)visit.SelectedBy,
        Reason = visit.Reason,
        SelectTime = Times.Of(visit.SelectedAt),
        VisitDate = visit.VisitedOn is { } day ? Times.Date(day) : "",
        Visitor = visit.Visitor,
        Result = (V1.VisitResult)visit.Result,
        Note = visit.Note,
    };

    private static V1.FinalReport Final(FinalReport report) => new()
    {
        Spending = Of(report.Spending),
        Summary = report.Summary,
        UnfinishedNote = report.UnfinishedNote,
        FileTime = Times.Of(report.FiledAt),
    };

    private static V1.FinalJudgement Judgement(FinalJudgement judgement) => new()
    {
        DoneAsPlanned = judgement.DoneAsPlanned,
        DifferencesAcceptable = judgement.DifferencesAcceptable,
        OutputsProveIt = judgement.OutputsProveIt,
        ResultsMatchGoals = judgement.ResultsMatchGoals,
        Verdict = (V1.FinalVerdict)judgement.Verdict,
        Note = judgement.Note,
        JudgeTime = Times.Of(judgement.JudgedAt),
    };

    private static V1.Survey Survey(Survey survey) => new()
    {
        Respondent = (V1.Respondent)survey.Respondent,
        Answers = { survey.Answers.Select(answer => new V1.SurveyAnswer { Question = answer.Question, Importance = answer.Importance, Satisfaction = answer.Satisfaction }) },
        AnswerTime = Times.Of(survey.AnsweredAt),
    };

    private static V1.Anomaly Anomaly(Anomaly anomaly) => new()
    {
        Number = anomaly.Number,
        Grounds = anomaly.Grounds,
        Major = anomaly.Major,
        ExpireTime = Times.Of(anomaly.Correction.ExpiresAt),
        DerivationZh = { anomaly.Correction.Derivation.Select(step => step.Zh) },
        DerivationEn = { anomaly.Correction.Derivation.Select(step => step.En) },
        Answer = anomaly.Answer,
        AnswerTime = Times.Of(anomaly.AnsweredAt),
        Overdue = anomaly.Overdue,
        PanelCalled = anomaly.PanelCalled,
        Outcome = (V1.AnomalyOutcome)anomaly.Outcome,
        Note = anomaly.Note,
        DecideTime = Times.Of(anomaly.DecidedAt),
    };
}
