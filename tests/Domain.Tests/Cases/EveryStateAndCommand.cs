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

    public static TheoryData<int> Rows() => [.. Enumerable.Range(0, CaseMachine.Moves.Length)];

    [Theory]
    [MemberData(nameof(OutsideTheTable))]
    public void When_the_pair_is_not_in_the_table_Then_it_is_refused(CaseState state, string command)
    {
        var walk = Walk.To(state);
        var refusal = walk.Refused(Samples.Of(Type(command), state), Reasons.StateMove);
        Assert.Equal(state.ToString(), refusal.Facts["state"]);
        Assert.Equal(command, refusal.Facts["command"]);
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void When_all_rules_of_a_row_hold_Then_the_event_leads_where_the_row_says(int row)
    {
        var move = CaseMachine.Moves[row];
        var walk = Samples.Allowing(move);
        Assert.Equal(move.From, walk.Case.State);

        walk.Do(Samples.Of(move.Command, move.From));

        Assert.Equal(move.To, walk.Case.State);
    }

    [Fact]
    public void Then_pairs_inside_and_outside_the_table_are_all_pairs() => Assert.Equal(
        Enum.GetValues<CaseState>().Length * Samples.Commands.Length,
        OutsideTheTable().Count() + CaseMachine.Moves.DistinctBy(move => (move.From, move.Command)).Count());

    [Fact]
    public void Then_every_command_is_in_the_table() =>
        Assert.Equal(Names(Samples.Commands), Names(CaseMachine.Moves.Select(move => move.Command).Distinct()));

    [Fact]
    public void Then_every_event_is_produced_by_a_row() => Assert.Equal(
        Names(Samples.Events),
        Names(CaseMachine.Moves
            .SelectMany(move => Samples.Allowing(move).Try(Samples.Of(move.Command, move.From)).Events)
            .Select(happened => happened.GetType()).Distinct()));

    [Fact]
    public void Then_every_row_of_a_command_needs_the_same_right() =>
        Assert.All(CaseMachine.Moves, move => Assert.Equal(move.Right, CaseMachine.RightFor(Samples.Of(move.Command, move.From))));

    private static IEnumerable<CaseMove> RowsOf(CaseState state, Type command) =>
        CaseMachine.Moves.Where(move => move.From == state && move.Command == command);

    private static Type Type(string name) => Samples.Commands.Single(command => command.Name == name);

    private static IEnumerable<string> Names(IEnumerable<Type> types) => types.Select(type => type.Name).Order(StringComparer.Ordinal);
}
