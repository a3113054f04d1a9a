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
            var (zh, meaning, meaningZh) = Meaning(state);
            text.Append($"| `{state}` | {zh} | {meaning} | {meaningZh} |\n");
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

    private static (string Zh, string Meaning, string MeaningZh) Meaning(CaseState state) => state switch
    {
        CaseState.None => ("尚無", "Nothing is saved yet.", "尚未存檔。"),
        CaseState.Draft => ("草稿", "The unit is filling it in; the office does not see it as an application.", "輔導單位填寫中，尚未送件。"),
        CaseState.Submitted => ("已受理", "Taken in with a receipt; waits for the office.", "已收件並發給收據，待審查。"),
        CaseState.Screening => ("資格審查中", "The office checks company, unit, documents and forms.", "計畫辦公室審查業者、單位、文件及表件。"),
        CaseState.SupplementRequested => ("補件中", "Missing documents were asked for, once, until a deadline.", "已通知補件，以一次為限，逾期退件。"),
        CaseState.Qualified => ("資格符合", "Nothing blocks; it goes to the technical review.", "資格符合，進入技術審查。"),
        CaseState.Returned => ("退件", "Returned with every reason found; it ends here.", "敘明原因退件，程序終結。"),
        CaseState.Withdrawn => ("撤回", "Withdrawn by the unit; it ends here.", "輔導單位撤回，程序終結。"),
        _ => throw new ArgumentOutOfRangeException(nameof(state), $"say what {state} means"),
    };
}
