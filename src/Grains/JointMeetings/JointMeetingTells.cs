namespace SmeOrleans.Grains.JointMeetings;

/// <summary>Whom the joint meeting tells: every case that it has ranked or decided.</summary>
internal static class JointMeetingTells
{
    public static IEnumerable<Tell> Of(JointMeeting before, JointMeeting after, JointMeetingEvent happened) => happened switch
    {
        MeetingOpened e => e.Entries.SelectMany(entry => Cases(after, entry)),
        ResultsPublished => after.Entries.Values.SelectMany(entry => Cases(after, entry)),
        ReserveCalled e => Cases(after, after.Entries[e.Outcome.Item]),
        OfferAnswered e => Cases(after, after.Entries[e.Outcome.Item]),
        ReserveEnded e => e.Outcomes.SelectMany(outcome => Cases(after, after.Entries[outcome.Item])),
        _ => [],
    };

    private static IEnumerable<Tell> Cases(JointMeeting meeting, Entry entry) =>
        entry.Cases.Select(one => new Tell(TellKind.FollowMeeting, one.Case, meeting.Name));
}
