namespace SmeOrleans.Domain.Calendar;

/// <summary>
/// The one engine of deadlines (S-2, A-1, M-1, J-4). More amount, more suspensions or more pauses never make a deadline
/// earlier. Pure; for starts before the year 9000, which is all that a timestamp on the wire leaves room for.
/// </summary>
public static class StatutoryClock
{
    // Far more than a round may set (3,650), so that no amount leaves the calendar.
    private const int AmountMax = 10_000;

    /// <summary>When a deadline that began to run at <paramref name="startedAt"/> ends, and why.</summary>
    /// <param name="calendar">Null = the government's.</param>
    public static Deadline Derive(
        DeadlineRule rule, DateTimeOffset startedAt, ImmutableList<Suspension> suspensions, ImmutableList<Pause> pauses, WorkCalendar? calendar = null)
    {
        rule = rule with { Amount = Math.Clamp(rule.Amount, 0, AmountMax) };
        var course = new CourseOfDays(calendar ?? WorkCalendar.Government, suspensions, pauses);
        var text = new DerivationText(rule, startedAt);
        var expiresAt = rule.Unit == DeadlineUnit.Hours ? ByHours(rule, startedAt, course, text) : ByDays(rule, startedAt, course, text);
        return new(startedAt, expiresAt, text.Ending(expiresAt));
    }

    private static DateTimeOffset ByDays(DeadlineRule rule, DateTimeOffset startedAt, CourseOfDays course, DerivationText text)
    {
        var first = Taipei.DateAt(startedAt);
        var workingDays = rule.Unit == DeadlineUnit.WorkingDays;
        var skipped = new List<ReasonedDay>();
        var last = course.Count(first, DaysOf(rule, first), workingDays, skipped);
        text.Skipped(skipped);
        if (workingDays)
        {
            text.MadeUp(course.MadeUp(first, last));
        }

        return LastMoment(rule, first, last, Taipei.At(startedAt).TimeOfDay, course, text);
    }

    private static DateTimeOffset ByHours(DeadlineRule rule, DateTimeOffset startedAt, CourseOfDays course, DerivationText text)
    {
        var stood = new List<Pause>();
        var end = course.Run(startedAt, rule.Amount, stood);
        text.Stood(stood);
        return rule.EndsAtMidnight ? LastMoment(rule, Taipei.DateAt(startedAt), Taipei.DateAt(end), default, course, text) : end;
    }

    private static DateTimeOffset LastMoment(
        DeadlineRule rule, DateOnly first, DateOnly last, TimeSpan timeOfDay, CourseOfDays course, DerivationText text)
    {
        var passed = new List<ReasonedDay>();
        var moved = course.Move(last, rule.MovesOffHolidays, passed);
        text.Last(last, passed, moved);
        if (rule.MovesOffHolidays || rule.Unit == DeadlineUnit.WorkingDays)
        {
            text.Unknown([.. course.Unknown(first, moved)]);
        }

        return rule.EndsAtMidnight ? Taipei.EndOf(moved).AddTicks(-1) : Taipei.StartOf(moved) + timeOfDay;
    }

    // 民法 §121: months run from the day after the event to the day before the corresponding one, or to the month's end.
    private static int DaysOf(DeadlineRule rule, DateOnly first)
    {
        if (rule.Unit != DeadlineUnit.Months || rule.Amount == 0)
        {
            return rule.Amount;
        }

        var from = first.AddDays(1);
        var to = from.AddMonths(rule.Amount);
        return (to.Day == from.Day ? to.AddDays(-1) : to).DayNumber - first.DayNumber;
    }
}
