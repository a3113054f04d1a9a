namespace SmeOrleans.Domain.Contracts;

/// <summary>The answer to one reviewer comment in a revised plan (M-1).</summary>
/// <param name="Comment">Id of the <see cref="ReviewComment"/>.</param>
[GenerateSerializer, Immutable, Alias("sme.CommentAnswer")]
public sealed record CommentAnswer(string Comment, string Answer);

/// <summary>What a version of the plan changes (M-7).</summary>
public enum PlanChangeKind
{
    Unspecified,

    /// <summary>The plan revised to the panel's opinions, before the contract.</summary>
    Revision,

    /// <summary>People of the unit or the company.</summary>
    Personnel,

    /// <summary>Dates inside the execution.</summary>
    Schedule,

    /// <summary>Money between items; the award itself never grows.</summary>
    Money,

    /// <summary>Work items or goals.</summary>
    Content,
}

/// <summary>Where a version of the plan stands.</summary>
public enum PlanDecision
{
    Pending,
    Confirmed,
    Refused,
}

/// <summary>One version of the plan. Old versions stay readable (M-7).</summary>
/// <param name="Major">Decided by the lead reviewer; else by the office.</param>
/// <param name="Sha256">Digest of the uploaded plan; empty when only data changed.</param>
/// <param name="Confirmed">Ids of the comments whose answers the lead reviewer has confirmed.</param>
[GenerateSerializer, Immutable, Alias("sme.PlanVersion")]
public sealed record PlanVersion(
    int Number,
    PlanChangeKind Kind,
    bool Major,
    string Summary,
    Budget Budget,
    ImmutableList<CommentAnswer> Answers,
    string Sha256,
    ImmutableSortedSet<string> Confirmed,
    PlanDecision Decision,
    string DecisionNote,
    DateTimeOffset FiledAt,
    DateTimeOffset? DecidedAt);

/// <summary>The contract (M-1, M-4).</summary>
/// <param name="From">First day of execution, Taipei.</param>
/// <param name="To">Last day of execution, Taipei.</param>
[GenerateSerializer, Immutable, Alias("sme.Contract")]
public sealed record Contract(string Number, DateTimeOffset SignedAt, DateOnly From, DateOnly To, Budget Budget);
