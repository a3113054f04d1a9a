namespace SmeOrleans.Domain.Acceptance;

/// <summary>The final report (E-1).</summary>
/// <param name="UnfinishedNote">What was not done; empty = nothing.</param>
[GenerateSerializer, Immutable, Alias("sme.FinalReport")]
public sealed record FinalReport(Spending Spending, string Summary, string UnfinishedNote, DateTimeOffset FiledAt);

/// <summary>What the lead reviewer says of a final report (E-1).</summary>
public enum FinalVerdict
{
    Unspecified,
    Pass,
    Revise,
    Meeting,
    SiteVisit,
}

/// <summary>The judgement on a final report: four points and a verdict (E-1).</summary>
[GenerateSerializer, Immutable, Alias("sme.FinalJudgement")]
public sealed record FinalJudgement(
    bool DoneAsPlanned,
    bool DifferencesAcceptable,
    bool OutputsProveIt,
    bool ResultsMatchGoals,
    FinalVerdict Verdict,
    string Note,
    DateTimeOffset JudgedAt);

/// <summary>How a case was accepted (E-2).</summary>
/// <param name="PriceReduction">Taken off for unfinished work.</param>
[GenerateSerializer, Immutable, Alias("sme.AcceptanceRecord")]
public sealed record AcceptanceRecord(Ntd PriceReduction, string ReductionReason, Settlement Settlement, DateTimeOffset AcceptedAt);

/// <summary>Who answers a satisfaction survey (E-4).</summary>
public enum Respondent
{
    Unspecified,
    Company,
    Unit,
}

/// <summary>Importance and satisfaction of one question, 1 to 5 (E-4).</summary>
[GenerateSerializer, Immutable, Alias("sme.SurveyAnswer")]
public sealed record SurveyAnswer(string Question, int Importance, int Satisfaction);

/// <summary>A survey; a second one of the same respondent replaces the first.</summary>
[GenerateSerializer, Immutable, Alias("sme.Survey")]
public sealed record Survey(Respondent Respondent, ImmutableList<SurveyAnswer> Answers, DateTimeOffset AnsweredAt);
