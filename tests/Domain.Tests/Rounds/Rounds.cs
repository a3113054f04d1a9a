namespace SmeOrleans.Domain.Tests.Rounds;

public sealed class Rounds
{
    [Fact]
    public void When_a_round_is_created_twice_Then_the_second_is_refused() =>
        Refusal.Of(RoundDecisions.Decide(Example.Round, 1, new CreateRound(Example.Round)), Reasons.ResourceExists);

    [Fact]
    public void When_it_does_not_exist_Then_it_cannot_be_changed()
    {
        Refusal.Of(RoundDecisions.Decide(null, 0, new UpdateRound(Example.Round, 0)), Reasons.ResourceUnknown);
        Refusal.Of(RoundDecisions.Decide(null, 0, new ExtendWindow(Example.ClosesAt, "")), Reasons.ResourceUnknown);
    }

    [Fact]
    public void When_the_version_is_stale_Then_it_is_refused() =>
        Refusal.Of(RoundDecisions.Decide(Example.Round, 2, new UpdateRound(Example.Round, 1)), Reasons.EtagStale);

    [Fact]
    public void When_it_closes_before_it_opens_Then_it_is_refused()
    {
        var round = Example.Round with { ClosesAt = Example.OpensAt };
        Refusal.Of(RoundDecisions.Decide(null, 0, new CreateRound(round)), Reasons.FieldInvalid);
        Refusal.Of(RoundDecisions.Decide(Example.Round, 1, new UpdateRound(round, 1)), Reasons.FieldInvalid);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public void When_the_window_is_extended_Then_it_closes_later(long ticks, bool accepted)
    {
        var decision = RoundDecisions.Decide(Example.Round, 1, new ExtendWindow(Example.ClosesAt.AddTicks(ticks), "颱風"));
        Assert.Equal(accepted, decision.Refusal is null);
        Assert.All(decision.Events, happened => Assert.Equal(Example.ClosesAt.AddTicks(ticks), RoundDecisions.Apply(Example.Round, happened).ClosesAt));
    }

    [Theory]
    [InlineData("台北市", "north")]
    [InlineData("火星", "other")]
    public void When_a_county_is_given_Then_its_region_is_known(string county, string region) => Assert.Equal(region, Example.Round.RegionOf(county));
}
