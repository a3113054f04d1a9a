namespace SmeOrleans.Domain.Tests.Cases;

public sealed class EveryStateAndCommand
{
    public static TheoryData<CaseState, string> OutsideTheTable()
    {
        var pairs = new TheoryData<CaseState, string>();
        foreach (var state in Enum.GetValues<CaseState>())
        {
            foreach (var command in Samples.Commands.Where(command => !RowsOf(state, command).Any()))
            {
                pairs.Add(state, command.Name);
            }
        }

        return pairs;
    }

    public static TheoryData<int, string> Rows()
    {
        var rows = new TheoryData<int, string>();
        foreach (var (move, row) in CaseMachine.Moves.Select((move, row) => (move, row)))
        {
            rows.Add(row, $"{move.Command.Name}: {move.From} → {move.To}");
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(OutsideTheTable))]
    public void When_the_pair_is_not_in_the_table_Then_it_is_refused_with_that_reason_and_nothing_else(CaseState state, string command)
    {
        var refusal = Walk.To(state).Refused(Samples.Of(Type(command), state), Reasons.StateMove);
        Assert.Equal(["command", "state"], refusal.Facts.Keys);
        Assert.Equal((Told(state, command).ToString(), command), (refusal.Facts["state"], refusal.Facts["command"]));
        Assert.Empty(refusal.Fields);
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void When_all_rules_of_a_row_hold_Then_one_event_leads_where_the_row_says(int row, string what)
    {
        var move = CaseMachine.Moves[row];
        var walk = Samples.Allowing(move);
        Assert.Equal(move.From, walk.Case.State);

        var decision = walk.Try(Samples.Of(move));

        Assert.True(decision.Refusal is null, $"{what}: {decision.Refusal?.Code}");
        var happened = Assert.Single(decision.Events);
        Assert.Equal(Happening.Of(move), happened.GetType().Name);
        Assert.Equal(walk.Facts.ReceivedAt, happened.At);
        Assert.Equal(move.To, walk.Case.Apply(happened).State);
    }

    [Fact]
    public void Then_pairs_inside_and_outside_the_table_are_all_pairs() => Assert.Equal(
        Enum.GetValues<CaseState>().Length * Samples.Commands.Length,
        OutsideTheTable().Count() + CaseMachine.Moves.DistinctBy(move => (move.From, move.Command)).Count());

    [Fact]
    public void Then_every_command_is_in_the_table() =>
        Assert.Equal(Names(Samples.Commands), Names(CaseMachine.Moves.Select(move => move.Command).Distinct()));

    [Fact]
    public void Then_every_event_is_produced_by_a_row() =>
        Assert.Equal(Names(Samples.Events), CaseMachine.Moves.Select(Happening.Of).Distinct().Order(StringComparer.Ordinal));

    /// <summary>A unit that may not know yet how its case was graded does not learn it from a refusal (J-3).</summary>
    private static CaseState Told(CaseState state, string command) =>
        state is CaseState.Graded or CaseState.Recommended or CaseState.NotRecommended
            && CaseMachine.Moves.First(move => move.Command.Name == command).Right.HasFlag(CaseRight.Apply)
            ? CaseState.InReview
            : state;

    private static IEnumerable<CaseMove> RowsOf(CaseState state, Type command) =>
        CaseMachine.Moves.Where(move => move.From == state && move.Command == command);

    private static Type Type(string name) => Samples.Commands.Single(command => command.Name == name);

    private static IEnumerable<string> Names(IEnumerable<Type> types) => types.Select(type => type.Name).Order(StringComparer.Ordinal);
}
