using System.Globalization;
using System.Text;

namespace SmeOrleans.Domain.JointMeetings;

/// <summary>
/// The canonical text of the minutes: lines of UTF-8 ended by LF, fields parted by TAB, in sections. From its input
/// sections the outcome section can be recomputed byte for byte, by anybody and without this system's data.
/// </summary>
public static class MinutesText
{
    private const string Title = "聯席會議紀錄";
    private const string OutcomeHeading = "[outcome]";

    /// <summary>The text. The order in which entries come does not matter.</summary>
    public static string Write(
        string meeting, IEnumerable<Entry> entries, ImmutableList<BudgetLine> lines, ImmutableList<MeetingChange> changes, MeetingOutcome outcome, RoundRules rules)
    {
        var text = new StringBuilder();
        Row(text, Title, meeting);
        Row(text, "[rules]");
        Row(text, "female_first", rules.Review.FemaleFirstOnTies ? 1 : 0);
        Row(text, "unit_running_cap", rules.UnitRunningCap);
        Row(text, "[lines]");
        lines.ForEach(line => Row(text, line.Code, line.Amount.Amount));
        Row(text, "[entries]");
        foreach (var entry in entries.OrderBy(entry => entry.Item, StringComparer.Ordinal))
        {
            Row(text, entry.Item, entry.Mode, entry.Group, entry.Line, entry.Unit, entry.Mean.WeightedSum, entry.Mean.Sheets, entry.Mean.CreditHundredths,
                entry.Grade, entry.FemaleFirst ? 1 : 0, entry.ReceivedAt.UtcTicks, MoneyOf(entry.Recommended));
        }

        Row(text, "[changes]");
        changes.ForEach(change => Row(text, change.Kind, change.Item, change.Case, change.Budget is { } budget ? Amounts(budget) : "",
            change.FromLine, change.ToLine, change.Amount.Amount, change.By, change.At.UtcTicks, change.Reason));
        return text.Append(OutcomeText(outcome)).ToString();
    }

    /// <summary>The text with its outcome section computed anew from its other sections.</summary>
    /// <exception cref="FormatException">It is not such a text.</exception>
    public static string Recompute(string text)
    {
        var end = text.IndexOf($"\n{OutcomeHeading}\n", StringComparison.Ordinal) + 1;
        var sections = Sections(end > 0 ? text[..end] : throw new FormatException("There is no outcome section."));
        var entries = sections["[entries]"].Select(EntryOf).ToList();
        var lines = sections["[lines]"].Select((row, place) => LineOf(row)).ToImmutableList();
        var flags = sections["[rules]"].ToDictionary(row => row[0], row => Whole(row[1]));
        var rules = RoundRules.Default with
        {
            Review = RoundRules.Default.Review with { FemaleFirstOnTies = flags["female_first"] == 1 },
            UnitRunningCap = (int)flags["unit_running_cap"],
        };
        var (outcome, refusal) = MeetingOutcome.Of(entries, lines, [.. sections["[changes]"].Select(ChangeOf)], rules);
        return text[..end] + OutcomeText(outcome ?? throw new FormatException($"Its changes cannot stand: {refusal!.Code}"));
    }

    private static string OutcomeText(MeetingOutcome outcome)
    {
        var text = new StringBuilder();
        Row(text, OutcomeHeading);
        foreach (var one in outcome.Outcomes.Values)
        {
            Row(text, one.Item, one.Rank, one.Decision, one.ReserveOrder, MoneyOf(one.Amounts));
        }

        outcome.Lines.ForEach(line => Row(text, line.Code, line.Amount.Amount));
        return text.ToString();
    }

    private static string MoneyOf(ImmutableList<CaseMoney> amounts) => string.Join(';', amounts.Select(one => $"{one.Case}={Amounts(one.Budget)}"));

    private static string Amounts(Budget budget) =>
        string.Create(CultureInfo.InvariantCulture, $"{budget.Government.Amount}+{budget.Self.Amount}");

    private static void Row(StringBuilder text, params ReadOnlySpan<object> fields)
    {
        for (var place = 0; place < fields.Length; place++)
        {
            text.Append(place == 0 ? "" : "\t").Append(Escape(Convert.ToString(fields[place], CultureInfo.InvariantCulture)!));
        }

        text.Append('\n');
    }

    private static string Escape(string field) =>
        field.Replace("\\", @"\\", StringComparison.Ordinal).Replace("\t", @"\t", StringComparison.Ordinal).Replace("\n", @"\n", StringComparison.Ordinal);

    private static Dictionary<string, List<string[]>> Sections(string text)
    {
        var sections = new Dictionary<string, List<string[]>>(StringComparer.Ordinal);
        List<string[]>? current = null;
        foreach (var row in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (row.StartsWith('['))
            {
                current = sections[row] = [];
            }
            else
            {
                current?.Add(row.Split('\t'));
            }
        }

        return sections;
    }

    private static Entry EntryOf(string[] row) => new(
        row[0], Enum.Parse<CaseMode>(row[1]), row[2], row[3], row[4], "", "", new(Whole(row[5]), (int)Whole(row[6]), (int)Whole(row[7])),
        Enum.Parse<Grade>(row[8]), row[9] == "1", new(Whole(row[10]), TimeSpan.Zero), [],
        [.. Money(row[11]).Select(one => new EntryCase(one.Case, "", "", one.Budget, new(one.Budget.Government, 100, false), one.Budget))]);

    private static BudgetLine LineOf(string[] row) => new(row[0], "", CaseMode.Unspecified, [], new(Whole(row[1])));

    private static MeetingChange ChangeOf(string[] row) => new(
        Enum.Parse<MeetingChangeKind>(row[0]), row[1], row[2], row[3].Length == 0 ? null : BudgetOf(row[3]), row[4], row[5], new(Whole(row[6])), row[9], row[7],
        new(Whole(row[8]), TimeSpan.Zero));

    private static IEnumerable<CaseMoney> Money(string field) => field.Split(';', StringSplitOptions.RemoveEmptyEntries)
        .Select(part => part.Split('='))
        .Select(part => new CaseMoney(part[0], BudgetOf(part[1])));

    private static Budget BudgetOf(string field)
    {
        var parts = field.Split('+');
        return new(new(Whole(parts[0]) + Whole(parts[1])), new(Whole(parts[0])), new(Whole(parts[1])));
    }

    private static long Whole(string field) => long.Parse(field, CultureInfo.InvariantCulture);
}
