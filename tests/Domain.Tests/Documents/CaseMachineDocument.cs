using System.Text;

namespace SmeOrleans.Domain.Tests.Documents;

public sealed class CaseMachineDocument
{
    [Fact]
    public void Then_the_diagram_and_the_table_are_those_of_the_code()
    {
        var text = new StringBuilder(
            """
            # The life of a case · 個案的一生

            Generated from `CaseMachine.Moves`; a test fails when this page and the code differ. Every pair of state and command
            that is not here is refused with `state.move`.

            ```mermaid
            stateDiagram-v2

            """);
        foreach (var edge in CaseMachine.Moves.GroupBy(move => (move.From, move.To)).OrderBy(edge => edge.Key))
        {
            text.Append($"    {Node(edge.Key.From)} --> {Node(edge.Key.To)}: {string.Join("<br/>", edge.Select(move => move.Command.Name))}\n");
        }

        foreach (var end in Enum.GetValues<CaseState>().Where(state => CaseMachine.Moves.All(move => move.From != state)))
        {
            text.Append($"    {end} --> [*]\n");
        }

        text.Append("```\n\n## States · 狀態\n\n| state | 狀態 | meaning | 說明 |\n|---|---|---|---|\n");
        foreach (var state in Enum.GetValues<CaseState>())
        {
            text.Append($"| `{state}` | {CaseTexts.NameOf(state)} | {CaseTexts.Of(state).En} | {CaseTexts.Of(state).Zh} |\n");
        }

        text.Append("\n## Moves · 轉換\n\nOf the rows of one command and state the first whose rules all hold is taken; rules are tried in order.\n\n");
        text.Append("| command | from | to | right | what must hold |\n|---|---|---|---|---|\n");
        foreach (var move in CaseMachine.Moves)
        {
            var rules = string.Join(", ", move.Rules.Select(rule => rule.Method.Name));
            text.Append($"| `{move.Command.Name}` | {move.From} | {move.To} | {move.Right} | {(rules.Length == 0 ? "–" : rules)} |\n");
        }

        Approved.Equals("case-machine.md", text.ToString());
    }

    private static string Node(CaseState state) => state == CaseState.None ? "[*]" : state.ToString();
}
