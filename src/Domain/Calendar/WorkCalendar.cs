using System.Collections.Frozen;
using System.Globalization;

namespace SmeOrleans.Domain.Calendar;

/// <summary>
/// Which days are worked: the office calendar that the government publishes for each year (行政機關辦公日曆表), with its
/// make-up workdays. Of a year that it does not name only Saturdays and Sundays are known to be free.
/// </summary>
public sealed class WorkCalendar
{
    private const string Resource = "SmeOrleans.Domain.Calendar.workdays.tw.csv";

    private readonly FrozenDictionary<DateOnly, CalendarDay> _named;
    private readonly FrozenSet<int> _years;

    public WorkCalendar(IEnumerable<CalendarDay> named)
    {
        _named = named.ToFrozenDictionary(day => day.Date);
        _years = _named.Keys.Select(date => date.Year).ToFrozenSet();
    }

    /// <summary>The one of <c>workdays.tw.csv</c>: a new year is a matter of adding its lines there.</summary>
    public static WorkCalendar Government { get; } = ReadGovernment();

    /// <summary>Whether it knows the holidays of a year.</summary>
    public bool Covers(int year) => _years.Contains(year);

    public bool IsWorkday(DateOnly date) => Named(date)?.IsWorkday ?? !IsWeekend(date);

    /// <summary>What the calendar says of a date, or null.</summary>
    public CalendarDay? Named(DateOnly date) => _named.GetValueOrDefault(date);

    public static bool IsWeekend(DateOnly date) => date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    /// <summary>Reads lines <c>date,kind,name_zh,name_en</c> under a header; kind is <c>holiday</c> or <c>workday</c>.</summary>
    public static WorkCalendar Parse(string csv) =>
        new(csv.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Skip(1).Select(Day));

    private static CalendarDay Day(string line)
    {
        var fields = line.Split(',');
        return fields is [_, "holiday" or "workday", _, _]
            ? new(DateOnly.ParseExact(fields[0], "yyyy-MM-dd", CultureInfo.InvariantCulture), fields[1] == "workday", fields[2], fields[3])
            : throw new FormatException($"Not a line of the work calendar: {line}");
    }

    private static WorkCalendar ReadGovernment()
    {
        using var reader = new StreamReader(typeof(WorkCalendar).Assembly.GetManifestResourceStream(Resource)!);
        return Parse(reader.ReadToEnd());
    }
}
