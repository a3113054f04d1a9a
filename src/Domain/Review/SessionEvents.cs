namespace SmeOrleans.Domain.Review;

/// <summary>Something that happened to a session.</summary>
public abstract record SessionEvent(DateTimeOffset At);

public sealed record SessionScheduled(DateTimeOffset At, SessionPlan Plan, string Group, string Chair, ImmutableSortedSet<string> Members) : SessionEvent(At);

/// <summary>Its panel was seated anew. An open session takes the panel as it is; a closed one keeps who sat in it and adds who came.</summary>
public sealed record PanelFollowed(DateTimeOffset At, string Chair, ImmutableSortedSet<string> Members) : SessionEvent(At);

/// <param name="Recused">Panel members in conflict with it, derived from their ties.</param>
public sealed record ItemAdded(DateTimeOffset At, int Place, ReviewItem Item, ImmutableSortedDictionary<string, Tie> Recused) : SessionEvent(At);

public sealed record ItemRemoved(DateTimeOffset At, string Item) : SessionEvent(At);

/// <summary>A case left a common project's item.</summary>
public sealed record CaseTakenOff(DateTimeOffset At, string Item, string Case) : SessionEvent(At);

public sealed record ReviewersAssigned(DateTimeOffset At, string Item, ImmutableSortedSet<string> Reviewers, string Lead) : SessionEvent(At);

/// <summary>After the session: another lead reviewer, scores and reviewers as they were.</summary>
public sealed record LeadNamed(DateTimeOffset At, string Item, string Lead) : SessionEvent(At);

public sealed record DelegateNamed(DateTimeOffset At, string Item, string Delegate) : SessionEvent(At);

/// <summary>The reviewer is out: no longer assigned, lead or delegate; a score given before is removed and no longer counts.</summary>
public sealed record ReviewerRecused(DateTimeOffset At, string Item, string Reviewer, Tie Tie) : SessionEvent(At);

public sealed record ItemScored(DateTimeOffset At, string Item, string Reviewer, ScoreSheet Sheet) : SessionEvent(At);

public sealed record OpinionRecorded(DateTimeOffset At, string Item, Opinion Opinion, string By = "") : SessionEvent(At);

/// <param name="Means">By item.</param>
/// <param name="Grades">By item.</param>
public sealed record SessionConcluded(
    DateTimeOffset At, ImmutableSortedDictionary<string, MeanScore> Means, ImmutableSortedDictionary<string, Grade> Grades) : SessionEvent(At);

/// <summary>A late recusal changed what was counted (T-3).</summary>
public sealed record ItemRegraded(DateTimeOffset At, string Item, MeanScore Mean, Grade Grade) : SessionEvent(At);
