namespace SmeOrleans.Domain.Calendar;

/// <summary>Whole days on which offices were closed by decree, e.g. a typhoon: no working days, and never the last day.</summary>
/// <param name="To">Last day, inclusive.</param>
[GenerateSerializer, Immutable, Alias("sme.Suspension")]
public sealed record Suspension(DateOnly From, DateOnly To, string Reason)
{
    public bool Covers(DateOnly day) => From <= day && day <= To;
}
