namespace SmeOrleans.Domain.Tests;

/// <summary>A joint meeting on its way, with the facts that its rules are told.</summary>
internal sealed class Chamber
{
    public const string Line = "general";
    public const string Main = JointMeeting.MainScenario;

    public Chamber(Ntd money, params ImmutableList<Entry> entries)
        : this([new(Line, "一般", CaseMode.Unspecified, [], money)], entries)
    {
    }

    public Chamber(ImmutableList<BudgetLine> lines, ImmutableList<Entry> entries) => Facts = new(
        Example.InWindow.AddDays(70),
        Example.Round with { Rules = Example.Rules with { BudgetLines = lines } },
        entries,
        [],
        ImmutableSortedDictionary.Create<string, Panel>(StringComparer.Ordinal).Add("metal", Example.Panel),
        Leaving: null,
        digest => $"signed {digest}");

    public JointMeeting Meeting { get; private set; } = JointMeeting.Unknown(Example.RoundName + "/jointMeeting");

    public JointMeetingFacts Facts { get; set; }

    public static Entry Entry(
        string item, int hundredths, Budget money, string line = Line, string unit = Example.UnitName, bool femaleFirst = false, int minutes = 0, Grade grade = Grade.Priority) => new(
        item, CaseMode.General, "metal", line, unit, "計畫", Example.SessionName, new(hundredths, 1, 0), grade, femaleFirst,
        Example.InWindow.AddMinutes(minutes), ImmutableSortedSet.Create<string>(StringComparer.Ordinal), [Of(item, money)]);

    public static EntryCase Of(string name, Budget money) =>
        new(name, "107-000001", Example.CompanyName, money, new(money.Government, 100, NoSelfFunding: false), money);

    public static MeetingChange Change(
        MeetingChangeKind kind, string item = "", Budget? money = null, string from = "", string to = "", long amount = 0, string reason = "聯席會議決議") =>
        new(kind, item, item, money, from, to, new(amount), reason, "office", default);

    public Chamber Opened() => Do(new OpenMeeting());

    public Chamber Frozen() => Do(new FreezeMeeting());

    public Chamber Signed()
    {
        foreach (var group in Facts.Panels.Keys.Append(""))
        {
            Do(new SignMinutes("r0", group, Meeting.Minutes!.Sha256));
        }

        return this;
    }

    public Chamber Published() => Frozen().Signed().Do(new PublishResults());

    public Chamber With(Func<JointMeetingFacts, JointMeetingFacts> change)
    {
        Facts = change(Facts);
        return this;
    }

    public Decision<JointMeetingEvent> Try(JointMeetingCommand command) => JointMeetingRules.Decide(Meeting, command, Facts);

    public Chamber Do(JointMeetingCommand command)
    {
        var decision = Try(command);
        Assert.True(decision.Refusal is null, $"{command} in {Meeting.Phase}: {decision.Refusal?.Code}");
        Take(decision);
        return this;
    }

    public void Take(Decision<JointMeetingEvent> decision) =>
        Meeting = decision.Events.Aggregate(Meeting, (meeting, happened) => meeting.Apply(happened));

    public EntryDecision DecisionOn(string item) => Meeting.Outcomes[item].Decision;
}
