namespace SmeOrleans.Domain.Review;

/// <summary>What a panel answers to a command.</summary>
public static class PanelRules
{
    /// <param name="hasClosedSession">One of its sessions is closed: who sat in it stays on record.</param>
    public static Decision<PanelEvent> Decide(Panel panel, Round round, bool hasClosedSession, PanelCommand command) => command switch
    {
        SeatPanel c => Seat(panel, round, hasClosedSession, c),
        CallSession c => panel.Sessions.Contains(c.Session) ? Nothing : new SessionCalled(c.Session),
        _ => throw new InvalidOperationException($"Unknown command {command.GetType().Name}"),
    };

    private static Decision<PanelEvent> Seat(Panel panel, Round round, bool hasClosedSession, SeatPanel command)
    {
        var rules = round.Rules.Review;
        var seated = new PanelSeated(command.Round, command.Group, command.Chair, command.Members);
        return command switch
        {
            _ when !round.Groups.Exists(group => group.Code == command.Group) =>
                Rejection.OfFields(new FieldViolation("group", "must be a group code of the round")),
            _ when !command.Members.Contains(command.Chair) => Rejection.OfFields(new FieldViolation("panel.chair", "must be one of the members")),
            _ when command.Members.Count < rules.MembersMin || command.Members.Count > rules.MembersMax => Rejection.Because(
                Reasons.PanelSize, ("min", rules.MembersMin), ("max", rules.MembersMax), ("members", command.Members.Count)),
            _ when panel.Chair == command.Chair && panel.Members.SetEquals(command.Members) => Nothing,
            _ when hasClosedSession => Rejection.Because(Reasons.PanelFixed),
            _ => seated,
        };
    }

    private static readonly Decision<PanelEvent> Nothing = new([], null);
}
