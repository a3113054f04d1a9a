namespace SmeOrleans.Domain.Tests.Cases;

public sealed class TheTable
{
    // Qualified ends this stage of the programme, though a unit may still withdraw.
    private static readonly ImmutableHashSet<CaseState> Terminal = [CaseState.Returned, CaseState.Withdrawn];

    [Fact]
    public void Then_every_state_is_reached_from_none()
    {
        HashSet<CaseState> reached = [CaseState.None];
        while (CaseMachine.Moves.Where(move => reached.Contains(move.From)).Any(move => reached.Add(move.To)))
        {
        }

        Assert.Equal(Enum.GetValues<CaseState>(), reached.Order());
    }

    [Fact]
    public void Then_no_state_is_stuck_but_the_terminal_ones() =>
        Assert.Equal(Terminal.Order(), Enum.GetValues<CaseState>().Where(state => CaseMachine.Moves.All(move => move.From != state)));

    [Fact]
    public void Then_an_end_can_be_reached_from_every_state()
    {
        var ending = Terminal.ToHashSet();
        while (CaseMachine.Moves.Where(move => ending.Contains(move.To)).Any(move => ending.Add(move.From)))
        {
        }

        Assert.Equal(Enum.GetValues<CaseState>(), ending.Order());
    }

    [Fact]
    public void Then_a_case_holds_its_place_exactly_from_submission_to_its_end() => Assert.Equal(
        [CaseState.Submitted, CaseState.Screening, CaseState.SupplementRequested, CaseState.Qualified],
        Enum.GetValues<CaseState>().Where(state => Walk.To(state).Case.Stands));

    [Fact]
    public void Then_only_the_service_lets_a_supplement_lapse() => Assert.All(
        Enum.GetValues<Role>(),
        role => Assert.Equal(
            role == Role.System,
            CaseRights.Of(new("someone", role, Example.UnitName), Case.None("") with { Unit = Example.UnitName }).HasFlag(CaseRight.Settle)));
}
