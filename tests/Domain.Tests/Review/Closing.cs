using SmeOrleans.Domain.Review;

namespace SmeOrleans.Domain.Tests.Review;

/// <summary>T-6: what a session needs to close, and what may still change after it.</summary>
public sealed class Closing
{
    [Fact]
    public void Then_it_needs_an_agenda_leads_opinions_and_sheets()
    {
        new ReviewScene().Do(ReviewScene.Schedule).Refused(new CloseSession(), Reasons.SessionNotReady);
        var scene = ReviewScene.With(1).Assign(1, 1, 2, 3).Do(ReviewScene.Sheet(1, 1, 80)).Do(ReviewScene.Sheet(1, 2, 80)).Do(ReviewScene.OpinionOn(1));
        Assert.Equal(ReviewScene.Case(1), scene.Refused(new CloseSession(), Reasons.SessionNotReady).Facts["open"]);
        scene.Do(ReviewScene.Sheet(1, 3, 80)).Do(new AssignReviewers(ReviewScene.Case(1), [ReviewScene.R(1), ReviewScene.R(2), ReviewScene.R(3)], ReviewScene.R(3)));
        scene.Tie(3, "companies/1").Refused(new CloseSession(), Reasons.SessionNotReady);
    }

    [Fact]
    public void Then_means_and_grades_are_set_at_once()
    {
        var item = ReviewScene.Closed(90, 85, 80).On(1);
        Assert.Equal(("85.0000", Grade.Priority), (item.Mean.ToString(), item.Grade));
    }

    public static TheoryData<string> Frozen() => ["schedule", "add", "remove", "assign", "load", "score", "opinion", "close"];

    [Theory]
    [MemberData(nameof(Frozen))]
    public void Then_everything_else_is_frozen(string what)
    {
        var scene = ReviewScene.Closed(90, 85, 80);
        var before = scene.Session;
        scene.Refused(what switch
        {
            "schedule" => ReviewScene.Schedule,
            "add" => new AddToAgenda([ReviewScene.Case(2)]),
            "remove" => new RemoveFromAgenda(ReviewScene.Case(1)),
            "assign" => new AssignReviewers(ReviewScene.Case(1), [ReviewScene.R(4)], ReviewScene.R(4)),
            "load" => new AssignByLoad(4),
            "score" => ReviewScene.Sheet(1, 1, 10),
            "opinion" => ReviewScene.OpinionOn(1),
            _ => new CloseSession(),
        }, Reasons.SessionClosed);
        Assert.Same(before, scene.Session);
    }

    [Fact]
    public void When_the_lead_is_recused_late_Then_another_is_named_and_no_score_moves()
    {
        var scene = ReviewScene.Closed(95, 80, 80).Tie(1, "companies/1");
        var before = scene.On(1);
        scene.Refused(new AssignReviewers(before.Item.Name, [], ReviewScene.R(1)), Reasons.ReviewerRecused);
        scene.Refused(new AssignReviewers(before.Item.Name, [], ReviewScene.R(9)), Reasons.ReviewerUnknown);
        scene.Refused(new AssignReviewers(before.Item.Name, [], ""), Reasons.SessionClosed);
        scene.Do(new AssignReviewers(before.Item.Name, [], ReviewScene.R(5)));
        Assert.Equal(before with { Lead = ReviewScene.R(5) }, scene.On(1));
        scene.Do(new AssignReviewers(before.Item.Name, before.Reviewers, ReviewScene.R(2)));
        Assert.Equal(before with { Lead = ReviewScene.R(2) }, scene.On(1));
    }

    [Fact]
    public void Then_the_lead_may_still_name_a_delegate()
    {
        var scene = ReviewScene.Closed(90, 85, 80).Do(new NameDelegate(ReviewScene.Case(1), ReviewScene.R(4)));
        Assert.Equal(ReviewScene.R(4), scene.On(1).Delegate);
        scene.Tie(4, "units/u1");
        Assert.Equal("", scene.On(1).Delegate);
    }

    [Fact]
    public void When_a_case_leaves_a_project_Then_its_recommended_money_goes_with_it()
    {
        var scene = ReviewScene.With(1);
        var both = ReviewScene.Item(1) with { Name = Example.ProjectName, Cases = [.. ReviewScene.Item(1).Cases, .. ReviewScene.Item(2).Cases] };
        scene.Facts = scene.Facts with { Items = scene.Facts.Items.Add(both.Name, both) };
        scene.Do(new RemoveFromAgenda(ReviewScene.Case(1))).Do(new AddToAgenda([both.Name, both.Name]));
        scene.Do(new RecordOpinion(both.Name, new("可行", [], [], [.. both.Cases.Select(one => new Recommendation(one.Case, one.Asked))]), ReviewScene.Chair));
        scene.Do(new DropCaseFromAgenda(ReviewScene.Case(2)));
        Assert.Equal([ReviewScene.Case(1)], scene.Session.Agenda[both.Name].Opinion!.Amounts.Select(amount => amount.Case));
    }
}
