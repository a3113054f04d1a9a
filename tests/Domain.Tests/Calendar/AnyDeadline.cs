using FsCheck;
using FsCheck.Xunit;

namespace SmeOrleans.Domain.Tests.Calendar;

/// <summary>What holds of every deadline.</summary>
public sealed class AnyDeadline
{
    private static readonly DateTimeOffset Origin = new(2017, 1, 1, 0, 0, 0, Taipei.Offset);

    [Property(MaxTest = 300)]
    public void Then_it_is_never_before_its_start(Ask ask) => Assert.True(ask.Deadline.ExpiresAt >= ask.Start, $"{ask}");

    [Property(MaxTest = 300)]
    public void Then_more_amount_never_makes_it_earlier(Ask ask) =>
        Assert.True(ask.Asked(more: 1).ExpiresAt >= ask.Deadline.ExpiresAt, $"{ask}");

    [Property(MaxTest = 300)]
    public void Then_more_suspensions_never_make_it_earlier(Ask ask) =>
        Assert.True(ask.Deadline.ExpiresAt >= (ask with { Suspensions = ask.Suspensions.Skip(1).ToList() }).Deadline.ExpiresAt, $"{ask}");

    [Property(MaxTest = 300)]
    public void Then_more_pauses_never_make_it_earlier(Ask ask) =>
        Assert.True(ask.Deadline.ExpiresAt >= (ask with { Pauses = ask.Pauses.Skip(1).ToList() }).Deadline.ExpiresAt, $"{ask}");

    // A day that ends at the time of the event may end earlier for an event after the midnight before a holiday.
    [Property(MaxTest = 300)]
    public void Then_a_later_event_never_ends_earlier_where_days_end_at_midnight(Ask ask)
    {
        var plain = ask with { Midnight = true, Suspensions = [], Pauses = [] };
        Assert.True(plain.Asked(laterMinutes: 60).ExpiresAt >= plain.Deadline.ExpiresAt, $"{ask}");
    }

    [Property(MaxTest = 300)]
    public void Then_the_last_day_of_a_rule_that_moves_is_worked(Ask ask)
    {
        if (ask is { Moves: true, Unit: DeadlineUnit.CalendarDays or DeadlineUnit.WorkingDays or DeadlineUnit.Months })
        {
            var last = Taipei.DateAt(ask.Deadline.ExpiresAt);
            Assert.True(WorkCalendar.Government.IsWorkday(last), $"{ask}");
            Assert.DoesNotContain(ask.AllSuspensions, one => one.Covers(last));
            Assert.DoesNotContain(ask.AllPauses, one => one.Touches(last));
        }
    }

    [Property(MaxTest = 200)]
    public void Then_every_step_is_in_both_languages(Ask ask) =>
        Assert.All(ask.Deadline.Derivation, step => Assert.True(step.Zh.Length > 0 && step.En.Length > 0));

    /// <summary>Anything that can be asked of the clock.</summary>
    public sealed record Ask(
        int Amount, int UnitIndex, bool Midnight, bool Moves, int StartMinutes,
        List<(byte Day, byte Length)> Suspensions, List<(short Hour, byte Hours)> Pauses)
    {
        public DeadlineUnit Unit => DeadlineUnit.CalendarDays + Math.Abs(UnitIndex % 4);

        public DateTimeOffset Start => Origin.AddMinutes(Math.Abs(StartMinutes % 5_000_000));

        public ImmutableList<Suspension> AllSuspensions =>
            [.. Suspensions.Select(one => (From: Taipei.DateAt(Start).AddDays(one.Day % 40), one.Length)).Select(one => new Suspension(one.From, one.From.AddDays(one.Length % 5), "颱風"))];

        public ImmutableList<Pause> AllPauses => [.. Pauses.Select(one => new Pause(Start.AddHours(one.Hour % 600), Start.AddHours(one.Hour % 600 + one.Hours), "停計"))];

        public Deadline Deadline => Asked();

        public Deadline Asked(int more = 0, int laterMinutes = 0) => StatutoryClock.Derive(
            new(Math.Abs(Amount % 400) + more, Unit, Midnight, Moves), Start.AddMinutes(laterMinutes), AllSuspensions, AllPauses);
    }
}
