namespace SmeOrleans.Domain.Calendar;

/// <summary>How a deadline is counted, as data of a round. The day of the event does not count (行政程序法 §48).</summary>
/// <param name="EndsAtMidnight">Until 24:00 Taipei time of the last day; else at the time of day of the event.</param>
/// <param name="MovesOffHolidays">A last day that is no workday moves to the next workday; an exact hour never moves.</param>
[GenerateSerializer, Immutable, Alias("sme.DeadlineRule")]
public sealed record DeadlineRule(int Amount, DeadlineUnit Unit, bool EndsAtMidnight, bool MovesOffHolidays);
