namespace SmeOrleans.Domain.Tests.Cases;

public sealed class TheTable
{
    private static readonly CaseState[] AllStates = Enum.GetValues<CaseState>();

    /// <summary>What stays open at these is nothing but money that comes back, or a survey.</summary>
    private static readonly ImmutableHashSet<CaseState> Ends =
    [
        CaseState.Returned, CaseState.Withdrawn, CaseState.Declined, CaseState.GaveUp,
        CaseState.Closed, CaseState.Discontinued, CaseState.ClosedAsIs, CaseState.Terminated,
    ];

    public static TheoryData<CaseState> States() => [.. AllStates];

    [Theory]
    [MemberData(nameof(States))]
    public void Then_it_is_reached_by_commands_from_nothing(CaseState state) => Assert.Equal(state, Walk.To(state).Case.State);

    [Fact]
    public void Then_no_state_is_stuck_but_the_ends() =>
        Assert.Equal(Ends.Order(), AllStates.Where(state => CaseMachine.Moves.All(move => move.From != state || move.To == state)));

    [Fact]
    public void Then_an_end_can_be_reached_from_every_state()
    {
        var ending = Ends.ToHashSet();
        while (CaseMachine.Moves.Where(move => ending.Contains(move.To)).Any(move => ending.Add(move.From)))
        {
        }

        Assert.Equal(AllStates, ending.Order());
    }

    [Fact]
    public void Then_from_every_state_but_the_ends_a_case_can_still_be_closed()
    {
        HashSet<CaseState> closing = [CaseState.Closed];
        while (CaseMachine.Moves.Where(move => closing.Contains(move.To)).Any(move => closing.Add(move.From)))
        {
        }

        Assert.Empty(AllStates.Except(closing).Except(Ends));
    }

    [Fact]
    public void Then_a_case_holds_its_place_exactly_from_submission_to_its_leaving() => Assert.Equal(
        [CaseState.None, CaseState.Draft, CaseState.Returned, CaseState.Withdrawn, CaseState.GaveUp, CaseState.Discontinued],
        AllStates.Where(state => !Walk.To(state).Case.Stands));

    [Fact]
    public void Then_money_is_committed_exactly_from_approval_to_an_end_without_a_contract_fulfilled() => Assert.Equal(
        [
            CaseState.Approved, CaseState.PlanRevision, CaseState.Contracted, CaseState.Executing, CaseState.MidtermChecked, CaseState.FinalReported,
            CaseState.FinalReview, CaseState.Accepted, CaseState.Closed, CaseState.Discontinued, CaseState.CorrectionOrdered, CaseState.ClosedAsIs, CaseState.Terminated,
        ],
        AllStates.Where(state => Walk.To(state).Case.Execution?.Committed > Ntd.Zero));

    [Fact]
    public void Then_only_the_service_lets_a_supplement_lapse() => Assert.All(
        Enum.GetValues<Role>(),
        role => Assert.Equal(
            role == Role.System,
            CaseRights.Of(new("someone", role, Example.UnitName), Case.None("") with { Unit = Example.UnitName }).HasFlag(CaseRight.Settle)));

    // A deadline that leads to something by itself is one that the machine lets lapse, and not before its time.
    [Theory]
    [MemberData(nameof(States))]
    public void When_a_deadline_runs_Then_its_lapse_is_refused_at_it_and_taken_after_it(CaseState state)
    {
        var walk = Walk.To(state);
        Assert.Equal(state is CaseState.SupplementRequested or CaseState.CorrectionOrdered, CaseDeadlines.Next(walk.Case) is not null);
        if (CaseDeadlines.Next(walk.Case) is { } deadline)
        {
            Assert.NotNull(walk.At(deadline.ExpiresAt).Try(deadline.Lapse).Refusal);
            Assert.Null(walk.At(deadline.ExpiresAt + Example.Tick).Try(deadline.Lapse).Refusal);
        }
    }
}
