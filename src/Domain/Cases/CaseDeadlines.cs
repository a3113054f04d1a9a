namespace SmeOrleans.Domain.Cases;

/// <summary>A deadline of a case, and the command that the service gives when it has passed.</summary>
public sealed record CaseDeadline(DateTimeOffset ExpiresAt, CaseCommand Lapse);

/// <summary>What a case waits for until a last moment.</summary>
public enum DeadlineKind
{
    Unspecified,

    /// <summary>補件 (S-2): the case is returned when it passes.</summary>
    Supplement,

    /// <summary>遞補回覆 (J-4): the place goes to the next when it passes.</summary>
    OfferReply,

    /// <summary>計畫修正 (M-1): shown; when it passes the office may record that the place is given up.</summary>
    PlanRevision,

    /// <summary>限期改正: the anomaly can be judged when it passes.</summary>
    Correction,

    /// <summary>執行期滿 (M-4): shown; the final report is due.</summary>
    ExecutionEnd,
}

/// <summary>A deadline that runs, or that has passed and still waits for someone.</summary>
public sealed record RunningDeadline(DeadlineKind Kind, DateTimeOffset ExpiresAt);

/// <summary>Which deadlines of a case run.</summary>
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

    /// <summary>All that run, the nearest first (programme.md §4).</summary>
    public static ImmutableList<RunningDeadline> Running(Case subject)
    {
        DateTimeOffset? Ends(DeadlineKind kind) => kind switch
        {
            DeadlineKind.Supplement when subject.State == CaseState.SupplementRequested => subject.Supplement!.ExpiresAt,
            DeadlineKind.OfferReply when subject.State == CaseState.Offered => subject.Award!.OfferExpiresAt,
            DeadlineKind.PlanRevision when subject.State == CaseState.Approved => subject.Award!.PlanDueAt,
            DeadlineKind.Correction when subject is { State: CaseState.CorrectionOrdered, Execution.OpenAnomaly: { AnsweredAt: null } anomaly } =>
                anomaly.Correction.ExpiresAt,
            DeadlineKind.ExecutionEnd when IsExecuted(subject) => Taipei.EndOf(subject.Execution!.Contract!.To).AddTicks(-1),
            _ => null,
        };

        return [.. Enum.GetValues<DeadlineKind>().Where(kind => Ends(kind) is not null)
            .Select(kind => new RunningDeadline(kind, Ends(kind)!.Value)).OrderBy(running => running.ExpiresAt)];
    }

    private static bool IsExecuted(Case subject) =>
        (subject.State == CaseState.CorrectionOrdered ? subject.Execution!.OpenAnomaly!.Resumes : subject.State)
            is CaseState.Contracted or CaseState.Executing or CaseState.MidtermChecked;
}
