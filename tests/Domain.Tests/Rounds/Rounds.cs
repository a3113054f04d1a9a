namespace SmeOrleans.Domain.Tests.Rounds;

public sealed class Rounds
{
    [Fact]
    public void When_a_round_is_created_twice_Then_the_second_is_refused() =>
        Refusal.Of(RoundDecisions.Decide(Example.Round, 1, Example.InWindow, new CreateRound(Example.Round)), Reasons.ResourceExists);

    [Fact]
    public void When_it_does_not_exist_Then_it_cannot_be_changed()
    {
        Refusal.Of(RoundDecisions.Decide(null, 0, Example.InWindow, new UpdateRound(Example.Round, 0)), Reasons.ResourceUnknown);
        Refusal.Of(RoundDecisions.Decide(null, 0, Example.InWindow, new ExtendWindow(Example.ClosesAt, "")), Reasons.ResourceUnknown);
    }

    [Fact]
    public void When_the_version_is_stale_Then_it_is_refused() =>
        Refusal.Of(RoundDecisions.Decide(Example.Round, 2, Example.InWindow, new UpdateRound(Example.Round, 1)), Reasons.EtagStale);

    [Fact]
    public void When_it_closes_before_it_opens_Then_it_is_refused()
    {
        var round = Example.Round with { ClosesAt = Example.OpensAt };
        Refusal.Of(RoundDecisions.Decide(null, 0, Example.InWindow, new CreateRound(round)), Reasons.FieldInvalid);
        Refusal.Of(RoundDecisions.Decide(Example.Round, 1, Example.InWindow, new UpdateRound(round, 1)), Reasons.FieldInvalid);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public void When_the_window_is_extended_Then_it_closes_later(long ticks, bool accepted)
    {
        var decision = RoundDecisions.Decide(Example.Round, 1, Example.InWindow, new ExtendWindow(Example.ClosesAt.AddTicks(ticks), "颱風"));
        Assert.Equal(accepted, decision.Refusal is null);
        Assert.All(decision.Events, happened => Assert.Equal(Example.ClosesAt.AddTicks(ticks), RoundDecisions.Apply(Example.Round, happened).ClosesAt));
    }

    // Regression: the window of a running round could be shortened without a reason.
    [Theory]
    [InlineData(-1, 0, true)]
    [InlineData(0, -1, false)]
    [InlineData(1, -1, false)]
    public void When_a_round_has_opened_Then_its_window_cannot_be_shortened(long afterOpening, long laterClose, bool accepted)
    {
        var round = Example.Round with { ClosesAt = Example.ClosesAt.AddTicks(laterClose) };
        var decision = RoundDecisions.Decide(Example.Round, 1, Example.OpensAt.AddTicks(afterOpening), new UpdateRound(round, 1));
        Assert.Equal(accepted ? null : "round.close_time", decision.Refusal?.Fields[0].Path);
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void When_a_round_has_opened_Then_its_opening_cannot_move_to_later(long later, bool accepted)
    {
        var round = Example.Round with { OpensAt = Example.OpensAt.AddTicks(later) };
        Assert.Equal(accepted, RoundDecisions.Decide(Example.Round, 1, Example.InWindow, new UpdateRound(round, 1)).Refusal is null);
    }

    [Theory]
    [InlineData("台北市", "north")]
    [InlineData("火星", "other")]
    public void When_a_county_is_given_Then_its_region_is_known(string county, string region) => Assert.Equal(region, Example.Round.RegionOf(county));
}
