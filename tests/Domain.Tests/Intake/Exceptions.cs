namespace SmeOrleans.Domain.Tests.Intake;

/// <summary>W-1: after the window only an exception that the office granted lets a case in, and it says so.</summary>
public sealed class Exceptions
{
    private static readonly DateTimeOffset Until = Example.ClosesAt.AddDays(2);
    private static readonly DateTimeOffset GrantedAt = Example.ClosesAt.AddHours(3);

    [Theory]
    [InlineData(Example.UnitName)]
    [InlineData(Example.CaseName)]
    public void When_its_unit_or_itself_is_excepted_Then_it_is_taken_in_until_the_last_tick(string beneficiary)
    {
        var round = Granted(beneficiary);
        Assert.Equal(CaseState.Submitted, In(round, Until).Do(new Submit()).Case.State);
        In(round, Until + Example.Tick).Refused(new Submit(), Reasons.WindowClosed);
    }

    [Theory]
    [InlineData("units/other")]
    [InlineData(Example.RoundName + "/cases/other")]
    public void When_someone_else_is_excepted_Then_it_is_refused(string beneficiary) =>
        In(Granted(beneficiary), Until).Refused(new Submit(), Reasons.WindowClosed);

    [Fact]
    public void When_it_came_by_an_exception_Then_the_act_is_named_and_stays_named_after_screening()
    {
        var walk = In(Granted(Example.UnitName), Until).Do(new Submit());
        var flag = Assert.Single(walk.Case.Findings);
        Assert.Equal((Reasons.WindowException.Code, false, Example.UnitName, "系統中斷"), (flag.Code, flag.Blocks, flag.Facts["for"], flag.Facts["grounds"]));
        walk.Do(new BeginScreening()).Do(new CompleteScreening());
        Assert.Equal(CaseState.Qualified, walk.Case.State);
        Assert.Contains(flag, walk.Case.Findings);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void When_it_came_inside_the_window_Then_no_exception_is_named(long ticks) =>
        Assert.Empty(In(Granted(Example.UnitName), Example.ClosesAt.AddTicks(ticks)).Do(new Submit()).Case.Findings);

    [Fact]
    public void When_an_exception_is_granted_Then_it_opens_nothing_early() =>
        In(Granted(Example.UnitName), Example.OpensAt - Example.Tick).Refused(new Submit(), Reasons.WindowNotOpen);

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public void When_an_exception_is_granted_Then_it_ends_after_the_window(long ticks, bool accepted)
    {
        var decision = Decide(Example.Round, Grant(Example.UnitName) with { Until = Example.ClosesAt.AddTicks(ticks) });
        Assert.Equal(accepted ? null : Reasons.ExceptionRange.Code, decision.Refusal?.Code);
    }

    [Theory]
    [InlineData("rounds/108/cases/a")]
    [InlineData("units/other")]
    public void When_it_is_neither_the_unit_nor_a_case_of_the_round_Then_it_is_refused(string beneficiary) =>
        Refusal.Of(Decide(Example.Round, Grant(beneficiary) with { Unit = Example.UnitName }), Reasons.FieldInvalid);

    [Fact]
    public void When_it_is_granted_again_Then_the_later_act_counts()
    {
        var round = After(Granted(Example.UnitName), Grant(Example.UnitName) with { Until = Until.AddDays(1) });
        Assert.Equal(Until.AddDays(1), Assert.Single(round.Exceptions!).Value.Until);
    }

    [Fact]
    public void When_the_round_is_updated_Then_its_exceptions_stay()
    {
        var round = After(Granted(Example.UnitName), new UpdateRound(Example.Round with { DisplayName = "新名" }, 1));
        Assert.Equal(("新名", Example.UnitName), (round.DisplayName, Assert.Single(round.Exceptions!).Key));
    }

    private static Walk In(Round round, DateTimeOffset at) => Walk.ToDraft().With(facts => facts with { Round = round, ReceivedAt = at });

    private static Round Granted(string beneficiary) => After(Example.Round, Grant(beneficiary));

    private static GrantException Grant(string beneficiary) =>
        new(beneficiary, beneficiary.Contains("/cases/") ? Example.UnitName : beneficiary, Until, "系統中斷", "office:someone");

    private static Round After(Round round, RoundCommand command) =>
        Decide(round, command) is { Refusal: null } decision ? decision.Events.Aggregate(round, RoundDecisions.Apply) : throw new InvalidOperationException();

    private static Decision<RoundEvent> Decide(Round round, RoundCommand command) => RoundDecisions.Decide(round, 1, GrantedAt, command);
}
