namespace SmeOrleans.Domain.Tests.Units;

/// <summary>U-1, U-2, U-4.</summary>
public sealed class Accounts
{
    private static readonly DateTimeOffset RecordedAt = new(2016, 2, 29, 12, 0, 0, Taipei.Offset);

    [Fact]
    public void When_a_unit_is_registered_but_not_approved_Then_it_may_not_submit()
    {
        var unit = Unit.Unknown(Example.UnitName).Apply(new UnitRegistered(Example.Unit.Profile!));
        Walk.ToDraft().With(facts => facts with { Unit = unit }).Refused(new Submit(), Reasons.UnitNotApproved);
    }

    [Fact]
    public void When_a_unit_is_not_registered_Then_it_is_not_approved_either() =>
        Refusal.Of(UnitRules.Decide(Unit.Unknown("units/x"), RecordedAt, new ApproveUnit()), Reasons.ResourceUnknown);

    [Fact]
    public void When_it_is_registered_twice_Then_the_second_is_refused() =>
        Refusal.Of(UnitRules.Decide(Example.Unit, RecordedAt, new RegisterUnit(Example.Unit.Profile!)), Reasons.ResourceExists);

    [Fact]
    public void When_it_is_approved_twice_Then_once_is_enough() =>
        Assert.Empty(UnitRules.Decide(Example.Unit, RecordedAt, new ApproveUnit()).Events);

    [Fact]
    public void When_majors_are_in_consecutive_rounds_Then_it_is_suspended_for_three_years_from_the_second()
    {
        var unit = After((105, 0), (106, 10));
        var until = RecordedAt.AddDays(10).AddYears(3);
        Assert.Equal(until, unit.SuspendedUntil);
        Assert.True(unit.IsSuspendedAt(until - Example.Tick));
        Assert.False(unit.IsSuspendedAt(until));
        Walk.ToDraft().With(facts => facts with { Unit = unit }).Refused(new Submit(), Reasons.UnitSuspended);
    }

    // Regression: three years were counted from the record of the later round, though the earlier was recorded last.
    [Fact]
    public void When_the_earlier_round_is_recorded_last_Then_the_last_record_counts() =>
        Assert.Equal(RecordedAt.AddDays(10).AddYears(3), After((106, 0), (105, 10)).SuspendedUntil);

    [Fact]
    public void When_there_are_three_in_a_row_Then_the_last_counts() =>
        Assert.Equal(RecordedAt.AddDays(20).AddYears(3), After((105, 0), (106, 10), (107, 20)).SuspendedUntil);

    [Fact]
    public void When_a_later_one_stands_alone_Then_it_does_not_prolong() =>
        Assert.Equal(RecordedAt.AddDays(10).AddYears(3), After((105, 0), (106, 10), (108, 20)).SuspendedUntil);

    [Fact]
    public void When_majors_are_not_consecutive_Then_it_may_submit() => Assert.Null(After((104, 0), (106, 10)).SuspendedUntil);

    [Fact]
    public void When_the_same_round_is_recorded_twice_Then_it_is_one() =>
        Assert.Empty(UnitRules.Decide(After((105, 0)), RecordedAt, new RecordMajorAnomaly(105, "again")).Events);

    // Decision 0018: a disaster round beside a regular one neither makes two rounds in a row nor hides an anomaly.
    [Fact]
    public void When_two_rounds_of_one_year_have_majors_Then_both_are_kept_and_are_not_consecutive()
    {
        var unit = Told(Told(Example.Unit, 107, "rounds/107", 0), 107, "rounds/107-quake", 1);
        Assert.Equal(["rounds/107", "rounds/107-quake"], unit.Anomalies.Select(one => one.Round));
        Assert.Null(unit.SuspendedUntil);
        Assert.Equal(unit.Anomalies, Told(unit, 107, "rounds/107", 2).Anomalies);
    }

    [Fact]
    public void When_it_is_suspended_Then_the_refusal_names_both_rounds_and_the_time()
    {
        var unit = Told(Told(Example.Unit, 106, "rounds/106", 0), 107, "rounds/107", 10);
        var refusal = Walk.ToDraft().With(facts => facts with { Unit = unit, ReceivedAt = Example.InWindow }).Refused(new Submit(), Reasons.UnitSuspended);
        Assert.Equal("rounds/106, rounds/107", refusal.Facts["rounds"]);
        Assert.Equal("2016-03-10T12:00:00+08:00", refusal.Facts["since"]);
        Assert.Equal("2019-03-10T12:00:00+08:00", refusal.Facts["until"]);
    }

    // Regression: the service was refused when a case told its unit of a major anomaly.
    [Fact]
    public void Then_the_office_and_the_service_may_record_a_major() =>
        Assert.Equal(
            [false, true, true],
            new[] { new Caller("u", Role.Unit, Example.UnitName), new Caller("o", Role.Office, null), Caller.Service }
                .Select(caller => AccessRules.May(caller, Example.UnitName, new RecordMajorAnomaly(107, "x"))));

    [Fact]
    public void Then_the_next_review_sees_the_majors_oldest_first() =>
        Assert.Equal(["rounds/106", "rounds/107"], UnitRecord.Of(Told(Told(Example.Unit, 107, "rounds/107", 5), 106, "rounds/106", 1)).Majors.Select(one => one.Round));

    [Theory]
    [InlineData(0, 100, 1, false)]
    [InlineData(3, 2, 1, false)]
    [InlineData(3, 3, 1, true)]
    [InlineData(3, 0, 6, true)]
    public void When_a_cap_is_set_Then_one_more_than_it_exceeds_it(int cap, int has, int more, bool exceeded) =>
        Assert.Equal(exceeded, UnitCaps.Exceeded(cap, has, more));

    [Fact]
    public void When_ordinals_are_at_the_ends_of_their_type_Then_nothing_overflows() =>
        Assert.Null(After((int.MinValue, 0), (int.MaxValue, 1)).SuspendedUntil);

    [Fact]
    public void When_the_cap_is_reached_Then_one_more_is_refused_until_another_leaves()
    {
        var unit = Accepted(Accepted(Example.Unit, Count("a", 2)), Count("b", 2));
        Assert.Equal("2", Refusal.Of(UnitRules.Decide(unit, RecordedAt, Count("c", 2)), Reasons.UnitCap).Facts["cap"]);
        Assert.Empty(UnitRules.Decide(unit, RecordedAt, Count("b", 2)).Events);
        Assert.Equal(["b", "c"], Accepted(Accepted(unit, new UncountApplication(Example.RoundName, "a")), Count("c", 2)).In(Example.RoundName));
    }

    [Fact]
    public void When_another_round_is_full_Then_it_does_not_matter() =>
        Assert.Single(Accepted(Accepted(Example.Unit, Count("a", 1)), new CountApplication("rounds/108", "b", 1)).In("rounds/108"));

    // Regression: a cap of 0 refused everything, though 0 means that there is no cap.
    [Fact]
    public void When_there_is_no_cap_Then_nothing_is_refused() => Assert.Single(Accepted(Example.Unit, Count("a", 0)).In(Example.RoundName));

    private static Unit Told(Unit unit, int rocYear, string round, int day) =>
        Accepted(unit, new RecordMajorAnomaly(rocYear, "重大異常", round), RecordedAt.AddDays(day));

    private static CountApplication Count(string name, int cap) => new(Example.RoundName, name, cap);

    private static Unit After(params (int Ordinal, int Day)[] majors) => majors.Aggregate(Example.Unit, (unit, major) =>
        Accepted(unit, new RecordMajorAnomaly(major.Ordinal, "重大異常"), RecordedAt.AddDays(major.Day)));

    private static Unit Accepted(Unit unit, UnitCommand command, DateTimeOffset? at = null)
    {
        var decision = UnitRules.Decide(unit, at ?? RecordedAt, command);
        Assert.Null(decision.Refusal);
        return decision.Events.Aggregate(unit, (state, happened) => state.Apply(happened));
    }
}
