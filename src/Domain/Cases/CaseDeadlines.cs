namespace SmeOrleans.Domain.Cases;

/// <summary>A deadline of a case, and the command that the service gives when it has passed.</summary>
public sealed record CaseDeadline(DateTimeOffset ExpiresAt, CaseCommand Lapse);

/// <summary>Which deadline of a case runs.</summary>
public static class CaseDeadlines
{
    /// <summary>The one that leads to something by itself, or null.</summary>
    public static CaseDeadline? Next(Case subject) => subject switch
    {
        { State: CaseState.SupplementRequested, Supplement: { } supplement } => new(supplement.ExpiresAt, new LapseSupplement()),
        { State: CaseState.CorrectionOrdered, Execution.OpenAnomaly: { AnsweredAt: null, Overdue: false } anomaly } =>
            new(anomaly.Correction.ExpiresAt, new LapseCorrection()),
        _ => null,
    };
}
