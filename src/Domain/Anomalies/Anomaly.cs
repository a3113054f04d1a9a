namespace SmeOrleans.Domain.Anomalies;

/// <summary>What became of an anomaly .</summary>
public enum AnomalyOutcome
{
    /// <summary>Correction is ordered or under way.</summary>
    Open,
    Corrected,

    /// <summary>Judged: the case goes on all the same.</summary>
    GoesOn,
    ClosedAsIs,
    Terminated,
}

/// <summary>An anomaly of a case (A-1 … A-3).</summary>
/// <param name="Major">Kept on the unit (A-3, U-2).</param>
/// <param name="Resumes">State to which the case goes back.</param>
/// <param name="AnsweredAt">When the unit said that it is corrected.</param>
/// <param name="Overdue">The deadline passed without an answer.</param>
/// <param name="PanelCalled">The chair has called the panel: the chair judges .</param>
[GenerateSerializer, Immutable, Alias("sme.Anomaly")]
public sealed record Anomaly(
    int Number,
    string Grounds,
    bool Major,
    CaseState Resumes,
    Deadline Correction,
    string Answer,
    DateTimeOffset? AnsweredAt,
    bool Overdue,
    bool PanelCalled,
    AnomalyOutcome Outcome,
    string Note,
    DateTimeOffset? DecidedAt);
