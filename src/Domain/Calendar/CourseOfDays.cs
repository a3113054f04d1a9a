namespace SmeOrleans.Domain.Calendar;

/// <summary>The days that a deadline runs over, and why some of them do not count.</summary>
internal sealed class CourseOfDays(WorkCalendar calendar, IReadOnlyCollection<Suspension> suspensions, IReadOnlyCollection<Pause> pauses)
{
    // Nothing is counted further: suspensions without end must not count for ever.
    private const int HorizonDays = 36_525;

    private static readonly ImmutableArray<(string Zh, string En)> DaysOff = [("星期日", "Sunday"), ("星期六", "Saturday")];

    /// <summary>The <paramref name="amount"/>th counted day after <paramref name="start"/>; those left out go to <paramref name="skipped"/>.</summary>
    public DateOnly Count(DateOnly start, int amount, bool workingDays, List<ReasonedDay> skipped)
    {
        var day = start;
        for (var counted = 0; counted < amount && day < start.AddDays(HorizonDays);)
        {
            day = day.AddDays(1);
            if (WhyNotCounted(day, workingDays) is { } reason)
            {
                skipped.Add(reason);
            }
            else
            {
                counted++;
            }
        }

        return day;
    }

    /// <summary>The first day from <paramref name="day"/> on that can be a last day; those passed over go to <paramref name="skipped"/>.</summary>
    public DateOnly Move(DateOnly day, bool offHolidays, List<ReasonedDay> skipped)
    {
        for (var latest = day.AddDays(HorizonDays); day < latest && WhyNotLast(day, offHolidays) is { } reason; day = day.AddDays(1))
        {
            skipped.Add(reason);
        }

        return day;
    }

    /// <summary>The moment when so many hours have run, and the times in between in which they did not.</summary>
    public DateTimeOffset Run(DateTimeOffset start, int hours, List<Pause> stood)
    {
        var (end, seen) = (start.AddHours(hours), start);
        var latest = start.AddDays(HorizonDays);
        foreach (var stop in pauses.Concat(suspensions.Select(Whole)).OrderBy(stop => stop.From))
        {
            var from = stop.From > seen ? stop.From : seen;
            if (from < end && stop.To > from)
            {
                seen = stop.To < latest ? stop.To : latest;
                end += seen - from;
                stood.Add(stop with { From = from });
            }
        }

        return end < latest ? end : latest;
    }

    /// <summary>Saturdays in the span that are worked.</summary>
    public IEnumerable<ReasonedDay> MadeUp(DateOnly after, DateOnly to) =>
        Between(after, to).Where(WorkCalendar.IsWeekend).Where(calendar.IsWorkday).Select(day => Named(calendar.Named(day)!));

    /// <summary>Years of the span of which the calendar knows no holidays.</summary>
    public IEnumerable<int> Unknown(DateOnly after, DateOnly to) =>
        Enumerable.Range(after.Year, to.Year - after.Year + 1).Where(year => !calendar.Covers(year));

    private ReasonedDay? WhyNotCounted(DateOnly day, bool workingDays) =>
        Paused(day) ?? (workingDays ? Suspended(day) ?? Free(day) : null);

    private ReasonedDay? WhyNotLast(DateOnly day, bool offHolidays) =>
        Paused(day) ?? Suspended(day) ?? (offHolidays ? Free(day) : null);

    private ReasonedDay? Paused(DateOnly day) =>
        pauses.FirstOrDefault(pause => pause.Touches(day)) is { } pause ? new(day, $"停計：{pause.Reason}", $"paused: {pause.Reason}") : null;

    private ReasonedDay? Suspended(DateOnly day) =>
        suspensions.FirstOrDefault(one => one.Covers(day)) is { } one ? new(day, $"停止上班：{one.Reason}", $"offices closed: {one.Reason}") : null;

    private ReasonedDay? Free(DateOnly day) => calendar.Named(day) switch
    {
        { IsWorkday: true } => null,
        { } holiday => Named(holiday),
        null when WorkCalendar.IsWeekend(day) => OfWeek(day),
        null => null,
    };

    private static ReasonedDay OfWeek(DateOnly day)
    {
        var (zh, en) = DaysOff[day.DayOfWeek == DayOfWeek.Sunday ? 0 : 1];
        return new(day, zh, en);
    }

    private static ReasonedDay Named(CalendarDay day) => new(day.Date, day.NameZh, day.NameEn);

    private static Pause Whole(Suspension one) => new(Taipei.StartOf(one.From), Taipei.EndOf(Earlier(one.To)), one.Reason);

    // The last date of the type has no 24:00.
    private static DateOnly Earlier(DateOnly day) => day < DateOnly.MaxValue ? day : day.AddDays(-1);

    private static IEnumerable<DateOnly> Between(DateOnly after, DateOnly to) =>
        Enumerable.Range(1, Math.Max(0, to.DayNumber - after.DayNumber)).Select(after.AddDays);
}

/// <summary>A day, and what is said of it.</summary>
internal sealed record ReasonedDay(DateOnly Date, string Zh, string En);
