namespace SmeOrleans.Grains.Review;

/// <summary>Whom a session tells: its panel and reviewers that it is held, its cases of whatever concerns their reviewers and grades.</summary>
internal static class SessionTells
{
    public static IEnumerable<Tell> Of(Session before, Session after, SessionEvent happened) => happened switch
    {
        SessionScheduled e =>
        [
            new(TellKind.CallSession, e.Plan.Panel, after.Name),
            .. e.Members.Except(before.Members).Select(member => new Tell(TellKind.JoinSession, member, after.Name)),
        ],
        ItemAdded e => Cases(after, e.Item.Name),
        ItemRemoved e => Cases(before, e.Item),
        CaseTakenOff e => [new(TellKind.FollowSession, e.Case, after.Name)],
        ReviewersAssigned e => Cases(after, e.Item),
        DelegateNamed e => Cases(after, e.Item),
        ReviewerRecused e => Cases(after, e.Item),
        ItemRegraded e => Cases(after, e.Item),
        SessionConcluded => after.Agenda.Keys.SelectMany(item => Cases(after, item)),
        _ => [],
    };

    private static IEnumerable<Tell> Cases(Session session, string item) =>
        session.Agenda[item].Item.Cases.Select(one => new Tell(TellKind.FollowSession, one.Case, session.Name));
}
