namespace SmeOrleans.Domain.Review;

/// <summary>What a reviewer's record answers to a command.</summary>
public static class ReviewerRules
{
    public static Decision<ReviewerEvent> Decide(Reviewer reviewer, DateTimeOffset now, ReviewerCommand command) => command switch
    {
        RegisterReviewer c => new ReviewerRegistered(c.Profile),
        _ when reviewer.Profile is null => Rejection.Because(Reasons.ResourceUnknown, ("name", reviewer.Name)),
        RecordTie c => reviewer.Ties.Exists(tie => tie.Target == c.Target && tie.Source == c.Source)
            ? Nothing
            : new TieRecorded(new(c.Target, c.Source, c.Note, now)),
        JoinSession c => reviewer.Sessions.Contains(c.Session) ? Nothing : new SessionJoined(c.Session),
        _ => throw new InvalidOperationException($"Unknown command {command.GetType().Name}"),
    };

    private static readonly Decision<ReviewerEvent> Nothing = new([], null);
}
