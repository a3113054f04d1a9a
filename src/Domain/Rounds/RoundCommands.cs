namespace SmeOrleans.Domain.Rounds;

/// <summary>What can be asked of a round.</summary>
[GenerateSerializer, Immutable, Alias("sme.RoundCommand")]
public abstract record RoundCommand;

[GenerateSerializer, Immutable, Alias("sme.CreateRound")]
public sealed record CreateRound(Round Round) : RoundCommand;

/// <param name="ExpectedVersion">Version that the caller read (AIP-154).</param>
[GenerateSerializer, Immutable, Alias("sme.UpdateRound")]
public sealed record UpdateRound(Round Round, long ExpectedVersion) : RoundCommand;

[GenerateSerializer, Immutable, Alias("sme.ExtendWindow")]
public sealed record ExtendWindow(DateTimeOffset ClosesAt, string Reason) : RoundCommand;
