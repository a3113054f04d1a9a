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
