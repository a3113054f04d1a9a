namespace SmeOrleans.Domain.Calendar;

/// <summary>A time in which a clock stands. Hours in it do not run; a day that it touches does not count.</summary>
/// <param name="From">Inclusive.</param>
/// <param name="To">Exclusive.</param>
[GenerateSerializer, Immutable, Alias("sme.Pause")]
public sealed record Pause(DateTimeOffset From, DateTimeOffset To, string Reason)
{
    public bool Touches(DateOnly day) => From < To && From < Taipei.EndOf(day) && To > Taipei.StartOf(day);
}
