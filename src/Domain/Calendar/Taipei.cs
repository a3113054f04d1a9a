namespace SmeOrleans.Domain.Calendar;

/// <summary>Time as the programme judges and shows it: Asia/Taipei, which has had no daylight saving since 1979.</summary>
public static class Taipei
{
    public static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>The same instant on Taipei's clock.</summary>
    public static DateTimeOffset At(DateTimeOffset time) => time.ToOffset(Offset);

    /// <summary>The civil date in Taipei at an instant.</summary>
    public static DateOnly DateAt(DateTimeOffset time) => DateOnly.FromDateTime(At(time).DateTime);

    /// <summary>0:00 of a civil date.</summary>
    public static DateTimeOffset StartOf(DateOnly date) => new(date.ToDateTime(TimeOnly.MinValue), Offset);

    /// <summary>24:00 of a civil date, i.e. the first instant that is no longer that day.</summary>
    public static DateTimeOffset EndOf(DateOnly date) => StartOf(date.AddDays(1));
}
