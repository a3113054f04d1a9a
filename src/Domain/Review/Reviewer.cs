namespace SmeOrleans.Domain.Review;

/// <summary>Where a conflict of interest comes from (T-3).</summary>
public enum ConflictSource
{
    Unspecified,

    /// <summary>Works, or worked, for the unit or company.</summary>
    Affiliation,

    /// <summary>Took part in an earlier case of the unit or company.</summary>
    PastCase,

    /// <summary>Said so.</summary>
    Declared,

    /// <summary>On the applicant's avoid list.</summary>
    AvoidList,

    /// <summary>Found by the office.</summary>
    Office,
}

/// <summary>A reviewer's tie with a unit, a company or a case (T-3).</summary>
/// <param name="Target">Resource name of a unit, company, common project or case.</param>
/// <param name="Parties">Unit and companies of an earlier case in which the reviewer took part: the tie is with them.</param>
[GenerateSerializer, Immutable, Alias("sme.Tie")]
public sealed record Tie(string Target, ConflictSource Source, string Note, DateTimeOffset RecordedAt, ImmutableList<string>? Parties = null);

/// <summary>Facts about a reviewer. The subject of the reviewer's token is the last segment of its name.</summary>
[GenerateSerializer, Immutable, Alias("sme.ReviewerProfile")]
public sealed record ReviewerProfile(string DisplayName, string Email, string Expertise);

/// <summary>A reviewer (審查委員).</summary>
/// <param name="Sessions">Sessions where it sits in a panel and that hear of new ties.</param>
[GenerateSerializer, Immutable, Alias("sme.Reviewer")]
public sealed record Reviewer(
    string Name, ReviewerProfile? Profile, ImmutableList<Tie> Ties, ImmutableSortedSet<string> Sessions)
{
    public static Reviewer Unknown(string name) => new(name, null, [], ImmutableSortedSet.Create<string>(StringComparer.Ordinal));

    public Reviewer Apply(ReviewerEvent happened) => happened switch
    {
        ReviewerRegistered e => this with { Profile = e.Profile },
        TieRecorded e => this with { Ties = Ties.RemoveAll(tie => tie.Target == e.Tie.Target && tie.Source == e.Tie.Source).Add(e.Tie) },
        SessionJoined e => this with { Sessions = Sessions.Add(e.Session) },
        _ => throw new InvalidOperationException($"Unknown event {happened.GetType().Name}"),
    };
}

/// <summary>Something that happened to a reviewer.</summary>
public abstract record ReviewerEvent;

public sealed record ReviewerRegistered(ReviewerProfile Profile) : ReviewerEvent;

public sealed record TieRecorded(Tie Tie) : ReviewerEvent;

public sealed record SessionJoined(string Session) : ReviewerEvent;
