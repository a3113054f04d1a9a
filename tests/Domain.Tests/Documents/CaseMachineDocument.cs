using System.Text;
using System.Text.RegularExpressions;

namespace SmeOrleans.Domain.Tests.Documents;

/// <summary>
/// Some 150 moves are no picture that anyone reads. So the diagrams show what leads from one state to another, one diagram for
/// each part of the life; what is open in many states, or changes none, is told in words; the table has a row for each line of the code.
/// </summary>
public sealed partial class CaseMachineDocument
{
    /// <summary>From so many states on, an exit is told in words.</summary>
    private const int ExitFromMin = 4;

    private static readonly string[] Parts =
    [
        "Intake and screening · 受理與資格審查", "Review and joint meeting · 技術審查與聯席會議", "Contract to closing · 簽約至結案",
    ];

    private static readonly ImmutableList<Line> Lines = Grouped();

    /// <summary>A line of the table: the same move from each of some states.</summary>
    private sealed record Line(string Command, CaseRight Right, string Rules, ImmutableList<CaseState> From, ImmutableList<CaseState> To)
    {
        public bool Stays => From.SequenceEqual(To);

        /// <summary>From one state to each of several: back to where a correction was ordered.</summary>
        public bool GoesBack => From.Distinct().Count() == 1 && To.Count > 1;

        public bool InWords => From.Count >= ExitFromMin;
    }

    private sealed record Arrow(CaseState From, CaseState To, string Command);

    [Fact]
    public void Then_the_diagrams_and_the_table_are_those_of_the_code()
    {
        var text = new StringBuilder(
            """
            # The life of a case · 個案的一生

            Generated from `CaseMachine.Moves`; a test fails when this page and the code differ. Every pair of state and command
            that is not here is refused with `state.move`.


            """);
        foreach (var (title, part) in Parts.Select((title, part) => (title, part)))
        {
            Diagram(text, title, [.. Drawn().Where(move => PartOf(move.From) == part)]);
        }

        Words(text);
        States(text);
        Table(text);
        Approved.Equals("case-machine.md", text.ToString());
    }

    [Fact]
    public void Then_every_move_is_in_a_line() => Assert.Equal(CaseMachine.Moves.Length, Lines.Sum(line => line.From.Count));

    private static void Diagram(StringBuilder text, string title, ImmutableList<Arrow> arrows)
    {
        text.Append($"## {title}\n\n```mermaid\nstateDiagram-v2\n");
        foreach (var edge in arrows.GroupBy(arrow => (arrow.From, arrow.To), arrow => arrow.Command).OrderBy(edge => edge.Key))
        {
            text.Append($"    {Node(edge.Key.From)} --> {Node(edge.Key.To)}: {string.Join("<br/>", edge.Distinct())}\n");
        }

        foreach (var end in arrows.Select(arrow => arrow.To).Distinct().Where(IsEnd).Order())
        {
            text.Append($"    {end} --> [*]\n");
        }

        text.Append("```\n\n");
    }

    private static void Words(StringBuilder text)
    {
        text.Append("## From many states · 多個狀態皆可\n\n");
        foreach (var line in Lines.Where(line => line.InWords && !line.Stays))
        {
            text.Append(line.GoesBack
                ? $"- `{line.Command}`: from {Named(line.From)} back to the one in which the correction was ordered: {Named(line.To)}.\n"
                : $"- `{line.Command}`: from {Named(line.From)} to {Named(line.To)}.\n");
        }

        text.Append("\n## Without leaving the state · 狀態不變\n\n| state | commands |\n|---|---|\n");
        foreach (var state in CaseMachine.Moves.Where(move => move.From == move.To).GroupBy(move => move.From, move => move.Command.Name).OrderBy(state => state.Key))
        {
            text.Append($"| {state.Key} | {string.Join(", ", state.Distinct().Select(command => $"`{command}`"))} |\n");
        }
    }

    private static void States(StringBuilder text)
    {
        text.Append("\n## States · 狀態\n\n| state | 狀態 | meaning | 說明 |\n|---|---|---|---|\n");
        foreach (var state in Enum.GetValues<CaseState>())
        {
            text.Append($"| `{state}` | {CaseTexts.NameOf(state)} | {CaseTexts.Of(state).En} | {CaseTexts.Of(state).Zh} |\n");
        }
    }

    private static void Table(StringBuilder text)
    {
        text.Append(
            $"""

            ## Moves · 轉換

            {CaseMachine.Moves.Length} moves in {Lines.Count} lines; a line holds for each state in *from*. Of the lines of one command and state the first whose
            rules all hold is taken; rules are tried in order.

            | command | from | to | right | what must hold |
            |---|---|---|---|---|

            """);
        foreach (var line in Lines)
        {
            var to = line.GoesBack ? $"where it was ordered: {Named(line.To)}" : line.Stays ? "same" : Named(line.To);
            text.Append($"| `{line.Command}` | {Named(line.From)} | {to} | {line.Right} | {(line.Rules.Length == 0 ? "–" : line.Rules)} |\n");
        }
    }

    private static ImmutableList<Line> Grouped() => CaseMachine.Moves.Aggregate(ImmutableList<Line>.Empty, (lines, move) =>
    {
        var single = new Line(move.Command.Name, move.Right, string.Join(", ", move.Rules.Select(NameOf)), [move.From], [move.To]);
        return lines is [.., var last] && last.Command == single.Command && last.Right == single.Right && last.Rules == single.Rules
            ? lines.SetItem(lines.Count - 1, last with { From = last.From.Add(move.From), To = last.To.Add(move.To) })
            : lines.Add(single);
    });

    /// <summary>What leads from one state to another and is not told in words.</summary>
    private static IEnumerable<Arrow> Drawn() => Lines
        .Where(line => !line.InWords)
        .SelectMany(line => line.From.Zip(line.To, (start, end) => new Arrow(start, end, line.Command)))
        .Where(arrow => arrow.From != arrow.To);

    private static int PartOf(CaseState from) => from switch
    {
        < CaseState.Qualified => 0,
        <= CaseState.Declined and not CaseState.Approved => 1,
        _ => 2,
    };

    private static bool IsEnd(CaseState state) => CaseMachine.Moves.All(move => move.From != state || move.To == state);

    private static string Named(IEnumerable<CaseState> states) => string.Join(", ", states.Distinct());

    private static string NameOf(CaseRule rule) => MadeByMethod().Match(rule.Method.Name) is { Success: true } made ? made.Groups[1].Value : rule.Method.Name;

    private static string Node(CaseState state) => state == CaseState.None ? "[*]" : state.ToString();

    /// <summary>A rule that a method makes bears that method's name in angle brackets.</summary>
    [GeneratedRegex("<(\\w+)>")]
    private static partial Regex MadeByMethod();
}
