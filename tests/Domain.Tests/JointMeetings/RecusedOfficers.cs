namespace SmeOrleans.Domain.Tests.JointMeetings;

/// <summary>T-3: an officer who is recused from an item decides nothing about it in the joint meeting.</summary>
public sealed class RecusedOfficers
{
    private const string Item = "rounds/r/cases/c";

    private static readonly Caller Tied = new("tied", Role.Office, null);
    private static readonly Caller Free = new("free", Role.Office, null);
    private static readonly MeetingChange AboutItem = new(MeetingChangeKind.HoldBack, Item, "", null, "", "", Ntd.Zero, "待查", "", default);
    private static readonly MeetingChange AboutMoney = AboutItem with { Kind = MeetingChangeKind.MoveMoney, Item = "" };

    [Fact]
    public void Then_they_neither_change_it_nor_take_a_change_of_it_back()
    {
        Assert.False(AccessRules.May(Tied, With(), new MakeChange("main", AboutItem)));
        Assert.False(AccessRules.May(Tied, With(), new MakeChange("main", AboutItem with { Kind = MeetingChangeKind.ChangeAmount, Item = "", Case = Item })));
        Assert.False(AccessRules.May(Tied, With(AboutItem), new UndoChange("main")));
    }

    [Fact]
    public void Then_they_do_the_rest_and_others_do_it()
    {
        Assert.True(AccessRules.May(Tied, With(), new MakeChange("main", AboutMoney)));
        Assert.True(AccessRules.May(Tied, With(AboutItem, AboutMoney), new UndoChange("main")));
        Assert.True(AccessRules.May(Free, With(), new MakeChange("main", AboutItem)));
        Assert.True(AccessRules.May(Free, With(AboutItem), new UndoChange("main")));
    }

    private static JointMeeting With(params ImmutableList<MeetingChange> changes)
    {
        var nothing = JointMeeting.Unknown("rounds/r/jointMeeting");
        var entry = new Entry(
            Item, CaseMode.General, "metal", "all", "units/u", "", "", MeanScore.None, Grade.Listed, FemaleFirst: false, default, [Tied.Reviewer],
            [new(Item, "", "", new(Ntd.Zero, Ntd.Zero, Ntd.Zero), new(Ntd.Zero, 80, false), new(Ntd.Zero, Ntd.Zero, Ntd.Zero))]);
        return nothing with { Entries = nothing.Entries.Add(Item, entry), Scenarios = nothing.Scenarios.SetItem(JointMeeting.MainScenario, changes) };
    }
}
