namespace SmeOrleans.Domain.Tests.Intake;

/// <summary>W-1: both ends belong to the window.</summary>
public sealed class Window
{
    public static TheoryData<long, bool> AtOpening() => new() { { -1, false }, { 0, true }, { 1, true } };

    public static TheoryData<long, bool> AtClosing() => new() { { -1, true }, { 0, true }, { 1, false } };

    [Theory]
    [MemberData(nameof(AtOpening))]
    public void When_a_submission_comes_around_the_opening(long ticks, bool accepted) =>
        Check(Example.OpensAt.AddTicks(ticks), accepted, Reasons.WindowNotOpen);

    [Theory]
    [MemberData(nameof(AtClosing))]
    public void When_a_submission_comes_around_the_close(long ticks, bool accepted) =>
        Check(Example.ClosesAt.AddTicks(ticks), accepted, Reasons.WindowClosed);

    [Fact]
    public void When_the_receive_time_has_another_offset_Then_the_instant_counts() =>
        Check(Example.ClosesAt.ToUniversalTime(), true, Reasons.WindowClosed);

    [Fact]
    public void When_the_window_was_extended_Then_the_new_close_counts()
    {
        var later = Example.ClosesAt.AddDays(1);
        var round = RoundDecisions.Apply(Example.Round, new WindowExtended(Example.ClosesAt, later, "颱風"));
        Walk.ToDraft().At(later).With(facts => facts with { Round = round }).Do(new Submit());
    }

    [Fact]
    public void When_it_is_refused_Then_both_times_are_told_in_Taipei_time()
    {
        var refusal = Walk.ToDraft().At(Example.ClosesAt.AddSeconds(1).ToUniversalTime()).Refused(new Submit(), Reasons.WindowClosed);
        Assert.Equal("2018-04-02T17:00:00+08:00", refusal.Facts["close_time"]);
        Assert.Equal("2018-04-02T17:00:01+08:00", refusal.Facts["receive_time"]);
    }

    private static void Check(DateTimeOffset receivedAt, bool accepted, Reason reason)
    {
        var walk = Walk.ToDraft().At(receivedAt);
        if (accepted)
        {
            Assert.Equal(CaseState.Submitted, walk.Do(new Submit()).Case.State);
        }
        else
        {
            walk.Refused(new Submit(), reason);
        }
    }
}
