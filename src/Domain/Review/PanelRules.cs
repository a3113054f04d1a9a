namespace SmeOrleans.Domain.Review;

/// <summary>What a panel answers to a command.</summary>
public static class PanelRules
{
    public static Decision<PanelEvent> Decide(Panel panel, PanelCommand command, PanelFacts facts) => command switch
    {
        SeatPanel c => Seat(panel, facts, c),
        CallSession c => panel.Sessions.Contains(c.Session) ? Nothing : new SessionCalled(c.Session),
        _ => throw new InvalidOperationException($"Unknown command {command.GetType().Name}"),
    };

    private static Decision<PanelEvent> Seat(Panel panel, PanelFacts facts, SeatPanel command)
    {
        var (round, rules) = (facts.Round, facts.Round.Rules.Review);
        var seated = new PanelSeated(command.Round, command.Group, command.Chair, command.Members);
        return command switch
        {
            _ when !round.Groups.Exists(group => group.Code == command.Group) =>
                Rejection.OfFields(new FieldViolation("group", "must be a group code of the round")),
            _ when !command.Members.Contains(command.Chair) => Rejection.OfFields(new FieldViolation("panel.chair", "must be one of the members")),
            _ when command.Members.Count < rules.MembersMin || command.Members.Count > rules.MembersMax => Rejection.Because(
                Reasons.PanelSize, ("min", rules.MembersMin), ("max", rules.MembersMax), ("members", command.Members.Count)),
            // T-3: of somebody who is not registered no tie is known.
            _ when command.Members.FirstOrDefault(member => !facts.Registered.Contains(member)) is { } stranger =>
                Rejection.OfFields(new FieldViolation("panel.members", $"must be registered reviewers; {stranger} is not")),
            _ when panel.Chair == command.Chair && panel.Members.SetEquals(command.Members) => Nothing,
            // No case may lose its lead reviewer by this: another is named first.
            _ when panel.Members.Except(command.Members).FirstOrDefault(facts.Leading.Contains) is { } lead =>
                Rejection.Because(Reasons.PanelFixed, ("reviewer", lead)),
            _ => seated,
        };
    }

    private static readonly Decision<PanelEvent> Nothing = new([], null);
}
