namespace SmeOrleans.Domain.Review;

/// <summary>What can be asked of a reviewer.</summary>
[GenerateSerializer, Immutable, Alias("sme.ReviewerCommand")]
public abstract record ReviewerCommand;

[GenerateSerializer, Immutable, Alias("sme.RegisterReviewer")]
public sealed record RegisterReviewer(ReviewerProfile Profile) : ReviewerCommand;

/// <summary>Record a tie: the reviewer declares it, or the office found it. Never taken back (T-3).</summary>
[GenerateSerializer, Immutable, Alias("sme.RecordTie")]
public sealed record RecordTie(string Target, ConflictSource Source, string Note) : ReviewerCommand;

/// <summary>A session of its panel wants to hear of new ties; idempotent.</summary>
[GenerateSerializer, Immutable, Alias("sme.JoinSession")]
public sealed record JoinSession(string Session) : ReviewerCommand;
