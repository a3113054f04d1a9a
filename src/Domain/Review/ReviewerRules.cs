namespace SmeOrleans.Domain.Review;

/// <summary>What a reviewer's record answers to a command.</summary>
public static class ReviewerRules
{
    /// <param name="parties">Unit and companies of the case or project that a <see cref="RecordTie"/> names; null = there is none.</param>
    public static Decision<ReviewerEvent> Decide(
        Reviewer reviewer, DateTimeOffset now, ReviewerCommand command, ImmutableList<string>? parties = null) => command switch
    {
        RegisterReviewer c => new ReviewerRegistered(c.Profile),
        _ when reviewer.Profile is null => Rejection.Because(Reasons.ResourceUnknown, ("name", reviewer.Name)),
        // An earlier case ties a reviewer to those whose case it was; of a case that is not there nobody knows them.
        RecordTie { Source: ConflictSource.PastCase } c when IsCase(c.Target) && parties is null =>
            Rejection.OfFields(new FieldViolation("tie.target", "must be a case or common project that there is")),
        RecordTie c => reviewer.Ties.Exists(tie => tie.Target == c.Target && tie.Source == c.Source)
            ? Nothing
            : new TieRecorded(new(c.Target, c.Source, c.Note, now, c.Source == ConflictSource.PastCase ? parties : null)),
        JoinSession c => reviewer.Sessions.Contains(c.Session) ? Nothing : new SessionJoined(c.Session),
        _ => throw new InvalidOperationException($"Unknown command {command.GetType().Name}"),
    };

    private static bool IsCase(string target) =>
        target.Contains("/cases/", StringComparison.Ordinal) || target.Contains("/commonProjects/", StringComparison.Ordinal);

    private static readonly Decision<ReviewerEvent> Nothing = new([], null);
}
