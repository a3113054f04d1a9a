namespace SmeOrleans.Domain.Calendar;

/// <summary>A day that the government calendar names: a holiday, or a Saturday that is worked in exchange.</summary>
public sealed record CalendarDay(DateOnly Date, bool IsWorkday, string NameZh, string NameEn);
