namespace SmeOrleans.Domain.Tests.Calendar;

/// <summary>The government calendar that is in the repository.</summary>
public sealed class WorkDays
{
    [Theory]
    [InlineData("2018-02-14", true)]
    [InlineData("2018-02-15", false)]
    [InlineData("2018-02-20", false)]
    [InlineData("2018-02-21", true)]
    [InlineData("2018-02-28", false)]
    [InlineData("2018-03-31", true)]
    [InlineData("2018-04-04", false)]
    [InlineData("2018-04-06", false)]
    [InlineData("2018-06-18", false)]
    [InlineData("2018-09-24", false)]
    [InlineData("2018-10-10", false)]
    [InlineData("2018-12-22", true)]
    [InlineData("2018-12-31", false)]
    [InlineData("2018-04-07", false)]
    public void Then_the_days_of_2018_are_those_of_the_government(string date, bool worked) =>
        Assert.Equal(worked, WorkCalendar.Government.IsWorkday(DateOnly.Parse(date)));

    // 行政院人事行政總處: days off of each year, as it published them; of 2025 with the act on holidays of that May.
    [Theory]
    [InlineData(2017, 116)]
    [InlineData(2018, 115)]
    [InlineData(2019, 115)]
    [InlineData(2020, 115)]
    [InlineData(2021, 116)]
    [InlineData(2022, 115)]
    [InlineData(2023, 116)]
    [InlineData(2024, 115)]
    [InlineData(2026, 120)]
    public void Then_a_year_has_as_many_days_off_as_was_published(int year, int daysOff) =>
        Assert.Equal(daysOff, DaysOf(year).Count(day => !WorkCalendar.Government.IsWorkday(day)));

    [Fact]
    public void Then_only_weekends_are_worked_in_exchange_and_every_name_is_in_both_languages() => Assert.All(
        Enumerable.Range(2017, 10).SelectMany(DaysOf).Select(WorkCalendar.Government.Named).OfType<CalendarDay>(), day =>
        {
            Assert.True(!day.IsWorkday || WorkCalendar.IsWeekend(day.Date), $"{day.Date}");
            Assert.True(day.NameZh.Length > 0 && day.NameEn.Length > 0, $"{day.Date}");
        });

    [Fact]
    public void When_a_year_is_not_in_the_file_Then_only_weekends_are_free()
    {
        Assert.False(WorkCalendar.Government.Covers(1999));
        Assert.True(WorkCalendar.Government.IsWorkday(new(1999, 10, 11)));
        Assert.False(WorkCalendar.Government.IsWorkday(new(1999, 10, 10)));
    }

    [Theory]
    [InlineData("2018-02-30,holiday,春節,Lunar New Year")]
    [InlineData("2018-02-15,free,春節,Lunar New Year")]
    [InlineData("2018-02-15,holiday,春節")]
    public void When_a_line_is_malformed_Then_it_is_not_guessed_at(string line) =>
        Assert.Throws<FormatException>(() => WorkCalendar.Parse($"date,kind,name_zh,name_en\n{line}\n"));

    private static IEnumerable<DateOnly> DaysOf(int year) =>
        Enumerable.Range(0, DateTime.IsLeapYear(year) ? 366 : 365).Select(new DateOnly(year, 1, 1).AddDays);
}
