namespace SmeOrleans.GrpcFrontend.Review;

/// <summary>A reviewer on the wire.</summary>
internal static class ReviewerMapping
{
    public static V1.Reviewer Of(Reviewer reviewer, long version) => new()
    {
        Name = reviewer.Name,
        DisplayName = reviewer.Profile!.DisplayName,
        Email = reviewer.Profile.Email,
        Expertise = reviewer.Profile.Expertise,
        Ties = { reviewer.Ties.Select(Of) },
        Etag = Etag.Of(version),
    };

    public static V1.Tie Of(Tie tie) => new()
    {
        Target = tie.Target,
        Source = (V1.ConflictSource)tie.Source,
        Note = tie.Note,
        RecordTime = Times.Of(tie.RecordedAt),
    };
}
