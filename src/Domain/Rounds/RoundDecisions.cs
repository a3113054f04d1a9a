namespace SmeOrleans.Domain.Rounds;

/// <summary>What a round answers to a command. A round that is not created yet is null.</summary>
public static class RoundDecisions
{
    public static Decision<RoundEvent> Decide(Round? round, long version, DateTimeOffset now, RoundCommand command) => command switch
    {
        CreateRound when round is not null => Rejection.Because(Reasons.ResourceExists, ("round", round.Name)),
        CreateRound c => Checked(c.Round, new RoundCreated(c.Round)),
        _ when round is null => Rejection.Because(Reasons.ResourceUnknown),
        UpdateRound c when c.ExpectedVersion != version => Rejection.Because(Reasons.EtagStale, ("current", version)),
        UpdateRound c when now >= round.OpensAt && ShorterWindow(round, c.Round) is { } field =>
            Rejection.OfFields(new FieldViolation(field, "the window of a round that has opened cannot be shortened")),
        UpdateRound c => Checked(c.Round, new RoundUpdated(c.Round)),
        ExtendWindow c when c.ClosesAt <= round.ClosesAt => Rejection.OfFields(
            new FieldViolation("close_time", "must be later than the current close_time")),
        ExtendWindow c => new WindowExtended(round.ClosesAt, c.ClosesAt, c.Reason),
        GrantException c => Grant(round, now, c),
        _ => throw new InvalidOperationException($"Unknown command {command.GetType().Name}"),
    };

    public static Round Apply(Round? round, RoundEvent happened) => happened switch
    {
        RoundCreated e => e.Round,
        // What an update says of exceptions does not count: they are acts of their own.
        RoundUpdated e => e.Round with { Exceptions = round!.Exceptions },
        WindowExtended e => round! with { ClosesAt = e.To },
        ExceptionGranted e => round! with { Exceptions = (round.Exceptions ?? NoExceptions).SetItem(e.Exception.For, e.Exception) },
        _ => throw new InvalidOperationException($"Unknown event {happened.GetType().Name}"),
    };

    private static readonly ImmutableSortedDictionary<string, WindowException> NoExceptions =
        ImmutableSortedDictionary.Create<string, WindowException>(StringComparer.Ordinal);

    private static Decision<RoundEvent> Grant(Round round, DateTimeOffset now, GrantException command)
    {
        var isCase = command.For.StartsWith($"{round.Name}/cases/", StringComparison.Ordinal);
        return !isCase && command.For != command.Unit
            ? Rejection.OfFields(new FieldViolation("beneficiary", "must be a unit or a case of this round"))
            : command.Until <= round.ClosesAt
                ? Rejection.Because(Reasons.ExceptionRange, ("close_time", round.ClosesAt), ("until", command.Until))
                : new ExceptionGranted(new(command.For, command.Unit, command.Until, command.Reason, command.By, now));
    }

    // Who counted on the announced window must not lose a part of it (W-1).
    private static string? ShorterWindow(Round before, Round after) =>
        after.ClosesAt < before.ClosesAt ? "round.close_time" : after.OpensAt > before.OpensAt ? "round.open_time" : null;

    private static Decision<RoundEvent> Checked(Round round, RoundEvent happened) =>
        round.ClosesAt <= round.OpensAt
            ? Rejection.OfFields(new FieldViolation("round.close_time", "must be later than open_time"))
            : happened;
}
