namespace SmeOrleans.Domain.Review;

/// <summary>What can be asked of a session. What it needs to know of others is in <see cref="SessionFacts"/>.</summary>
[GenerateSerializer, Immutable, Alias("sme.SessionCommand")]
public abstract record SessionCommand;

/// <summary>Schedule it, or change its plan while it is open (T-1).</summary>
[GenerateSerializer, Immutable, Alias("sme.ScheduleSession")]
public sealed record ScheduleSession(SessionPlan Plan) : SessionCommand;

/// <summary>Put cases and common projects on the agenda, in this order behind what is there (T-1, T-8).</summary>
[GenerateSerializer, Immutable, Alias("sme.AddToAgenda")]
public sealed record AddToAgenda(ImmutableList<string> Items) : SessionCommand;

[GenerateSerializer, Immutable, Alias("sme.RemoveFromAgenda")]
public sealed record RemoveFromAgenda(string Item) : SessionCommand;

/// <summary>
/// Assign reviewers to an item by hand; replaces those assigned before. A recused one is refused (T-3). Once the session is
/// closed only the lead can be another: reviewers are empty, or as they are.
/// </summary>
/// <param name="Lead">Empty = unchanged.</param>
[GenerateSerializer, Immutable, Alias("sme.AssignReviewers")]
public sealed record AssignReviewers(string Item, ImmutableSortedSet<string> Reviewers, string Lead) : SessionCommand;

/// <summary>Fill up every item to so many reviewers, the least loaded first, conflicts being hard constraints; deterministic.</summary>
[GenerateSerializer, Immutable, Alias("sme.AssignByLoad")]
public sealed record AssignByLoad(int ReviewersPerItem) : SessionCommand;

/// <summary>By the lead reviewer: who stands in; the chair first.</summary>
/// <param name="Delegate">Resource name; empty = nobody.</param>
[GenerateSerializer, Immutable, Alias("sme.NameDelegate")]
public sealed record NameDelegate(string Item, string Delegate) : SessionCommand;

/// <summary>A conflict of interest in one item: the reviewer declares it, or the office found it. Also after the session: the score is removed (T-3).</summary>
[GenerateSerializer, Immutable, Alias("sme.Recuse")]
public sealed record Recuse(string Item, string Reviewer, ConflictSource Source, string Note) : SessionCommand;

/// <summary>The service's own: look again at a reviewer's ties.</summary>
[GenerateSerializer, Immutable, Alias("sme.FollowTies")]
public sealed record FollowTies(string Reviewer) : SessionCommand;

/// <summary>The service's own: its panel was seated anew.</summary>
[GenerateSerializer, Immutable, Alias("sme.FollowPanel")]
public sealed record FollowPanel : SessionCommand;

/// <summary>The service's own: a case has left its round.</summary>
[GenerateSerializer, Immutable, Alias("sme.DropCaseFromAgenda")]
public sealed record DropCaseFromAgenda(string Case) : SessionCommand;

/// <param name="Reviewer">The caller.</param>
[GenerateSerializer, Immutable, Alias("sme.ScoreItem")]
public sealed record ScoreItem(
    string Item, string Reviewer, ImmutableSortedDictionary<string, int> Points, Grade Recommended, string Comment) : SessionCommand;

/// <summary>By the chair (T-6), or by the lead where the chair is recused.</summary>
/// <param name="By">The caller; resource name.</param>
[GenerateSerializer, Immutable, Alias("sme.RecordOpinion")]
public sealed record RecordOpinion(string Item, Opinion Opinion, string By = "") : SessionCommand;

/// <summary>By the chair; from then on scores are frozen (T-6).</summary>
[GenerateSerializer, Immutable, Alias("sme.CloseSession")]
public sealed record CloseSession : SessionCommand;

/// <summary>What a session needs to know of others; what a command does not need may be empty.</summary>
/// <param name="Panel">Its panel, or null.</param>
/// <param name="Reviewers">The reviewers that the command concerns, by name.</param>
/// <param name="Busy">Items that are on another agenda, with its session.</param>
/// <param name="IsPublished">The joint meeting has published: what was reviewed stays as it is.</param>
/// <param name="Items">Items to be added, by name; absent = there is no such case or project, or it is not qualified.</param>
public sealed record SessionFacts(
    DateTimeOffset ReceivedAt,
    Round Round,
    Panel? Panel,
    ImmutableSortedDictionary<string, Reviewer> Reviewers,
    ImmutableSortedDictionary<string, ReviewItem> Items,
    ImmutableSortedDictionary<string, string> Busy,
    bool IsPublished = false)
{
    /// <summary>Nothing but time and round.</summary>
    public static SessionFacts Of(DateTimeOffset receivedAt, Round round) => new(
        receivedAt, round, null, ImmutableSortedDictionary.Create<string, Reviewer>(StringComparer.Ordinal),
        ImmutableSortedDictionary.Create<string, ReviewItem>(StringComparer.Ordinal),
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal));
}
