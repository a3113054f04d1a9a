namespace SmeOrleans.Domain.Tests.Calendar;

/// <summary>S-2, A-1, M-1, J-4: exact examples of the statutory clock.</summary>
public sealed class Clock
{
    private static readonly Suspension Typhoon = new(new(2018, 7, 11), new(2018, 7, 11), "瑪莉亞颱風");

    [Fact]
    public void When_it_runs_over_Lunar_New_Year_Then_the_holidays_do_not_count() =>
        // From Monday the 12th: 13, 14, then the holidays of the 15th to the 20th, then 21, 22, 23.
        Assert.Equal(Midnight(2018, 2, 23), Working(5, At(2018, 2, 12, 10)));

    [Fact]
    public void When_it_runs_over_Lunar_New_Year_Then_the_derivation_names_every_step()
    {
        var deadline = StatutoryClock.Derive(new(5, DeadlineUnit.WorkingDays, true, true), At(2018, 2, 12, 10), [], []);
        Assert.Equal(
            [
                "起算：107年2月12日 10:00:00，當日不計", "期間：5 個工作日",
                "不計：107年2月15日 – 107年2月20日（農曆除夕、春節、補假）", "末日：107年2月23日", "期限：107年2月23日 24:00 止（臺北時間）",
            ],
            deadline.Derivation.Select(step => step.Zh));
        Assert.Equal(
            [
                "Start: 2018-02-12 10:00:00; that day does not count", "Period: 5 working days",
                "Not counted: 2018-02-15 – 2018-02-20 (Lunar New Year's Eve, Lunar New Year, day off in lieu)",
                "Last day: 2018-02-23", "Deadline: 2018-02-23 24:00, Taipei time",
            ],
            deadline.Derivation.Select(step => step.En));
    }

    [Fact]
    public void When_a_Saturday_is_made_up_Then_it_counts_and_is_named()
    {
        // Friday the 30th; Saturday the 31st is worked for the bridge of April 6th.
        var deadline = StatutoryClock.Derive(new(1, DeadlineUnit.WorkingDays, true, true), At(2018, 3, 30, 9), [], []);
        Assert.Equal(Midnight(2018, 3, 31), deadline.ExpiresAt);
        Assert.Contains(deadline.Derivation, step => step.Zh == "計入：107年3月31日（補行上班）");
    }

    [Fact]
    public void When_a_made_up_Saturday_is_the_last_calendar_day_Then_it_does_not_move() =>
        Assert.Equal(Midnight(2018, 12, 22), Calendar(2, At(2018, 12, 20, 9), moves: true));

    [Fact]
    public void When_the_last_day_is_a_holiday_Then_it_moves_only_where_the_rule_says_so()
    {
        Assert.Equal(Midnight(2018, 2, 21), Calendar(3, At(2018, 2, 12, 9), moves: true));
        Assert.Equal(Midnight(2018, 2, 15), Calendar(3, At(2018, 2, 12, 9), moves: false));
        Assert.Contains(
            StatutoryClock.Derive(new(3, DeadlineUnit.CalendarDays, true, true), At(2018, 2, 12, 9), [], []).Derivation,
            step => step.Zh == "順延：末日逢農曆除夕、春節、補假，延至 107年2月21日");
    }

    [Fact]
    public void When_offices_are_closed_Then_it_is_no_working_day() =>
        Assert.Equal(Midnight(2018, 7, 13), Working(3, At(2018, 7, 9, 9), Typhoon));

    [Fact]
    public void When_offices_are_closed_on_the_last_calendar_day_Then_it_moves_although_holidays_do_not_move_it()
    {
        Assert.Equal(Midnight(2018, 7, 12), Calendar(2, At(2018, 7, 9, 9), moves: false, Typhoon));
        Assert.Equal(Midnight(2018, 7, 12), Calendar(3, At(2018, 7, 9, 9), moves: false, Typhoon));
    }

    [Fact]
    public void When_offices_are_closed_while_hours_run_Then_the_day_stands_still() => Assert.Equal(
        At(2018, 7, 13, 9), StatutoryClock.Derive(new(72, DeadlineUnit.Hours, false, false), At(2018, 7, 9, 9), [Typhoon], []).ExpiresAt);

    [Fact]
    public void When_hours_run_Then_the_exact_moment_counts_and_does_not_move()
    {
        var start = At(2018, 2, 14, 17).AddMinutes(23);
        Assert.Equal(start.AddHours(24), StatutoryClock.Derive(new(24, DeadlineUnit.Hours, false, MovesOffHolidays: true), start, [], []).ExpiresAt);
    }

    [Fact]
    public void When_a_day_does_not_end_at_midnight_Then_it_ends_at_the_time_of_the_event() => Assert.Equal(
        At(2018, 4, 19, 14), StatutoryClock.Derive(new(3, DeadlineUnit.CalendarDays, false, false), At(2018, 4, 16, 14), [], []).ExpiresAt);

    [Fact]
    public void When_it_is_already_tomorrow_in_Taipei_Then_Taipei_counts() =>
        Assert.Equal(Midnight(2018, 4, 20), Calendar(3, new(2018, 4, 16, 16, 0, 0, TimeSpan.Zero), moves: false));

    [Theory]
    [InlineData("2018-01-15", 1, "2018-02-15")]
    [InlineData("2018-01-30", 1, "2018-02-28")]
    [InlineData("2018-01-31", 1, "2018-02-28")]
    [InlineData("2018-02-28", 1, "2018-03-31")]
    [InlineData("2016-01-30", 1, "2016-02-29")]
    [InlineData("2018-12-31", 2, "2019-02-28")]
    [InlineData("2018-10-30", 4, "2019-02-28")]
    [InlineData("2018-05-31", 5, "2018-10-31")]
    public void When_months_run_Then_they_end_before_the_corresponding_day_or_with_the_month(string from, int months, string last)
    {
        var deadline = StatutoryClock.Derive(new(months, DeadlineUnit.Months, true, false), Taipei.StartOf(DateOnly.Parse(from)), [], []);
        Assert.Equal(Taipei.EndOf(DateOnly.Parse(last)) - Example.Tick, deadline.ExpiresAt);
    }

    [Fact]
    public void When_the_clock_stands_Then_the_days_it_touches_do_not_count()
    {
        var pause = new Pause(At(2018, 4, 17, 12), At(2018, 4, 18, 12), "停止計時");
        var deadline = StatutoryClock.Derive(new(3, DeadlineUnit.CalendarDays, true, false), At(2018, 4, 16, 9), [], [pause]);
        Assert.Equal(Midnight(2018, 4, 21), deadline.ExpiresAt);
        Assert.Contains(deadline.Derivation, step => step.Zh == "不計：107年4月17日 – 107年4月18日（停計：停止計時）");
    }

    [Fact]
    public void When_the_clock_stands_twice_at_once_Then_the_time_is_lost_once()
    {
        ImmutableList<Pause> pauses = [new(At(2018, 4, 17, 12), At(2018, 4, 17, 18), "甲"), new(At(2018, 4, 17, 9), At(2018, 4, 17, 15), "乙")];
        Assert.Equal(At(2018, 4, 18, 18), StatutoryClock.Derive(new(48, DeadlineUnit.Hours, false, false), At(2018, 4, 16, 9), [], pauses).ExpiresAt);
    }

    [Theory]
    [InlineData(9, 9)]
    [InlineData(15, 9)]
    public void When_a_pause_is_empty_or_turned_around_Then_it_stops_nothing(int from, int to)
    {
        var pause = new Pause(At(2018, 4, 17, from), At(2018, 4, 17, to), "");
        Assert.Equal(Midnight(2018, 4, 17), StatutoryClock.Derive(new(1, DeadlineUnit.CalendarDays, true, false), At(2018, 4, 16, 9), [], [pause]).ExpiresAt);
    }

    [Fact]
    public void When_no_calendar_of_the_year_is_at_hand_Then_weekends_count_and_the_derivation_says_so()
    {
        var deadline = StatutoryClock.Derive(new(5, DeadlineUnit.WorkingDays, true, true), At(2040, 1, 2, 9), [], []);
        Assert.Equal(Midnight(2040, 1, 9), deadline.ExpiresAt);
        Assert.Contains(deadline.Derivation, step => step.Zh.Contains("無民國 129 年政府辦公日曆資料"));
    }

    [Fact]
    public void When_offices_never_open_again_Then_it_still_has_an_end() =>
        Assert.True(Working(5, At(2018, 7, 9, 9), Typhoon with { To = DateOnly.MaxValue }) > At(2100, 1, 1, 0));

    private static DateTimeOffset Working(int days, DateTimeOffset start, params ImmutableList<Suspension> suspensions) =>
        StatutoryClock.Derive(new(days, DeadlineUnit.WorkingDays, true, true), start, suspensions, []).ExpiresAt;

    private static DateTimeOffset Calendar(int days, DateTimeOffset start, bool moves, params ImmutableList<Suspension> suspensions) =>
        StatutoryClock.Derive(new(days, DeadlineUnit.CalendarDays, true, moves), start, suspensions, []).ExpiresAt;

    private static DateTimeOffset At(int year, int month, int day, int hour) => new(year, month, day, hour, 0, 0, Taipei.Offset);

    private static DateTimeOffset Midnight(int year, int month, int day) => Taipei.EndOf(new(year, month, day)) - Example.Tick;
}
