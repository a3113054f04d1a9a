namespace SmeOrleans.Domain.Calendar;

/// <summary>What the amount of a <see cref="DeadlineRule"/> counts.</summary>
public enum DeadlineUnit
{
    Unspecified,

    /// <summary>Every day, holidays included.</summary>
    CalendarDays,

    /// <summary>Workdays of the government calendar, make-up workdays (補班日) included.</summary>
    WorkingDays,

    /// <summary>Hours from the moment of the event.</summary>
    Hours,

    /// <summary>Months; they end on the day before the one that corresponds to the first day (民法 §121).</summary>
    Months,
}
