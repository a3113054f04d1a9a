using SmeOrleans.Domain.Review;

namespace SmeOrleans.Domain.Tests.Review;

/// <summary>T-1: who sits in a panel, and what its sessions make of a change.</summary>
public sealed class PanelSeats
{
    private static readonly PanelFacts Facts = new(Example.Round, [.. Enumerable.Range(1, 9).Select(ReviewScene.R)], []);

    private static SeatPanel Seat(params int[] members) =>
        new(Example.RoundName, "metal", ReviewScene.R(members.FirstOrDefault(1)), [.. members.Select(ReviewScene.R)]);

    [Fact]
    public void Then_size_chair_group_and_registration_are_checked()
    {
        var none = Panel.Unknown(ReviewScene.PanelName);
        Refusal.Of(PanelRules.Decide(none, Seat(1, 2), Facts), Reasons.PanelSize);
        Refusal.Of(PanelRules.Decide(none, Seat(1, 2, 3, 4, 5, 6, 7, 8), Facts), Reasons.PanelSize);
        Refusal.Of(PanelRules.Decide(none, Seat(1, 2, 3) with { Chair = ReviewScene.R(4) }, Facts), Reasons.FieldInvalid);
        Refusal.Of(PanelRules.Decide(none, Seat(1, 2, 3) with { Group = "colour" }, Facts), Reasons.FieldInvalid);
        Refusal.Of(PanelRules.Decide(none, Seat(1, 2, 10), Facts), Reasons.FieldInvalid);
        Assert.Single(PanelRules.Decide(none, Seat(1, 2, 3), Facts).Events);
    }

    [Fact]
    public void When_a_member_leads_a_case_of_a_closed_session_Then_another_lead_is_named_first()
    {
        var panel = ReviewScene.Panel([ReviewScene.R(1), ReviewScene.R(2), ReviewScene.R(3), ReviewScene.R(4)]);
        var leading = Facts with { Leading = [.. ReviewScene.Closed(80, 80, 80).Session.Leading] };
        Refusal.Of(PanelRules.Decide(panel, Seat(2, 3, 4), leading), Reasons.PanelFixed);
        Assert.Single(PanelRules.Decide(panel, Seat(1, 2, 5), leading).Events);
        Assert.Empty(ReviewScene.Closed(50, 50, 50).Session.Leading);
    }

    [Fact]
    public void When_the_panel_changes_Then_an_open_session_has_the_new_members_with_their_conflicts()
    {
        var scene = ReviewScene.With(2).Assign(1, 2, 3, 4).Do(ReviewScene.Sheet(1, 2, 90)).Known(6, "companies/1").Seat(ReviewScene.R(6), 3, 4, 5, 6);
        Assert.Equal([ReviewScene.R(3), ReviewScene.R(4)], scene.On(1).Reviewers);
        Assert.Equal(("", 0), (scene.On(1).Lead, scene.On(1).Sheets.Count));
        Assert.Equal([ReviewScene.R(6)], scene.On(1).Recused.Keys);
        Assert.Equal(ReviewScene.R(6), scene.Session.Chair);
        scene.Refused(new AssignReviewers(ReviewScene.Case(1), [ReviewScene.R(6)], ""), Reasons.ReviewerRecused);
    }

    [Fact]
    public void When_the_panel_changes_Then_a_closed_session_keeps_who_sat_in_it()
    {
        var scene = ReviewScene.Closed(90, 85, 80).Known(6, "companies/1");
        var before = scene.On(1);
        scene.Seat(ReviewScene.R(7), 3, 4, 6, 7);
        Assert.Equal([1, 2, 3, 4, 5, 6, 7], scene.Session.Members.Select(name => name[^1] - '0'));
        Assert.Equal(ReviewScene.R(7), scene.Session.Chair);
        Assert.Equal([ReviewScene.R(6)], scene.On(1).Recused.Keys);
        Assert.Equal(before with { Recused = scene.On(1).Recused }, scene.On(1));
        Assert.Empty(scene.Try(new FollowPanel()).Events);
    }

    [Fact]
    public void When_a_session_is_scheduled_anew_Then_newcomers_are_recused_too()
    {
        var scene = ReviewScene.With(1).Known(6, "companies/1");
        scene.Facts = scene.Facts with { Panel = ReviewScene.Panel([ReviewScene.R(1), ReviewScene.R(2), ReviewScene.R(6)]) };
        Assert.Equal([ReviewScene.R(6)], scene.Do(ReviewScene.Schedule).On(1).Recused.Keys);
    }
}
