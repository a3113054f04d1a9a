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

/// <summary>Let a unit, or one case, submit after the window; a later act for the same one replaces the earlier (W-1).</summary>
/// <param name="For">Resource name of the unit or case.</param>
/// <param name="Unit">The unit, also where it is for one of its cases.</param>
/// <param name="By">Who grants it.</param>
[GenerateSerializer, Immutable, Alias("sme.GrantException")]
public sealed record GrantException(string For, string Unit, DateTimeOffset Until, string Reason, string By) : RoundCommand;
