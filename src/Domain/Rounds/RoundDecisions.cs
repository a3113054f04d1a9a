namespace SmeOrleans.Domain.Rounds;

/// <summary>What a round answers to a command. A round that is not created yet is null.</summary>
public static class RoundDecisions
{
    public static Decision<RoundEvent> Decide(Round? round, long version, RoundCommand command) => command switch
    {
        CreateRound when round is not null => Rejection.Because(Reasons.ResourceExists, ("round", round.Name)),
        CreateRound c => Checked(c.Round, new RoundCreated(c.Round)),
        _ when round is null => Rejection.Because(Reasons.ResourceUnknown),
        UpdateRound c when c.ExpectedVersion != version => Rejection.Because(Reasons.EtagStale, ("current", version)),
        UpdateRound c => Checked(c.Round, new RoundUpdated(c.Round)),
        ExtendWindow c when c.ClosesAt <= round.ClosesAt => Rejection.OfFields(
            new FieldViolation("close_time", "must be later than the current close_time")),
        ExtendWindow c => new WindowExtended(round.ClosesAt, c.ClosesAt, c.Reason),
        _ => throw new InvalidOperationException($"Unknown command {command.GetType().Name}"),
    };

    public static Round Apply(Round? round, RoundEvent happened) => happened switch
    {
        RoundCreated e => e.Round,
        RoundUpdated e => e.Round,
        WindowExtended e => round! with { ClosesAt = e.To },
        _ => throw new InvalidOperationException($"Unknown event {happened.GetType().Name}"),
    };

    private static Decision<RoundEvent> Checked(Round round, RoundEvent happened) =>
        round.ClosesAt <= round.OpensAt
            ? Rejection.OfFields(new FieldViolation("round.close_time", "must be later than open_time"))
            : happened;
}
