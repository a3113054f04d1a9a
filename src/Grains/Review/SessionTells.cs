namespace SmeOrleans.Grains.Review;

/// <summary>Whom a session tells: its panel and reviewers that it is held, its cases of whatever concerns their reviewers and grades.</summary>
internal static class SessionTells
{
    public static IEnumerable<Tell> Of(Session before, Session after, SessionEvent happened) => happened switch
    {
        SessionScheduled e =>
        [
            new(TellKind.CallSession, e.Plan.Panel, after.Name),
            .. Seated(before, after),
        ],
        PanelFollowed => Seated(before, after),
        ItemAdded e => Cases(after, e.Item.Name),
        ItemRemoved e => Cases(before, e.Item),
        CaseTakenOff e => [new(TellKind.FollowSession, e.Case, after.Name)],
        ReviewersAssigned e => Cases(after, e.Item),
        LeadNamed e => Cases(after, e.Item),
        DelegateNamed e => Cases(after, e.Item),
        ReviewerRecused { Tie.Source: ConflictSource.Declared or ConflictSource.Office } e =>
            [.. Cases(after, e.Item), new(TellKind.RecordTie, e.Reviewer, after.Name)],
        ReviewerRecused e => Cases(after, e.Item),
        ItemRegraded e => Cases(after, e.Item),
        SessionConcluded => after.Agenda.Keys.SelectMany(item => Cases(after, item)),
        _ => [],
    };

    /// <summary>Who came hears that new ties are wanted here; the cases hear who presides and who reviews them now.</summary>
    private static IEnumerable<Tell> Seated(Session before, Session after) =>
    [
        .. after.Members.Except(before.Members).Select(member => new Tell(TellKind.JoinSession, member, after.Name)),
        .. before.Chair == after.Chair && before.Members.SetEquals(after.Members) ? [] : after.Agenda.Keys.SelectMany(item => Cases(after, item)),
    ];

    private static IEnumerable<Tell> Cases(Session session, string item) =>
        session.Agenda[item].Item.Cases.Select(one => new Tell(TellKind.FollowSession, one.Case, session.Name));
}
