using SmeOrleans.Domain.Review;

namespace SmeOrleans.Domain.Tests.Review;

/// <summary>T-3: from ties of every source, before the assignment and after the session.</summary>
public sealed class Recusals
{
    [Theory]
    [InlineData("units/u1")]
    [InlineData("companies/1")]
    [InlineData(Example.RoundName + "/cases/1")]
    public void Then_a_tie_with_unit_company_or_case_is_a_conflict(string target)
    {
        var tie = Conflicts.Between(ReviewScene.Reviewer(1, ReviewScene.TieTo(target)), ReviewScene.Item(1));
        Assert.Equal(target, tie!.Target);
        Assert.Null(Conflicts.Between(ReviewScene.Reviewer(1, ReviewScene.TieTo(target)), ReviewScene.Item(2)));
    }

    [Fact]
    public void Then_the_avoid_list_is_a_conflict()
    {
        var item = ReviewScene.Item(1) with { AvoidReviewers = [ReviewScene.R(2)] };
        Assert.Equal(ConflictSource.AvoidList, Conflicts.Between(ReviewScene.Reviewer(2), item)!.Source);
        Assert.Null(Conflicts.Between(ReviewScene.Reviewer(3), item));
    }

    [Fact]
    public void Then_an_earlier_case_ties_with_its_unit_and_company()
    {
        const string earlier = "rounds/106/cases/9";
        var reviewer = ReviewScene.Reviewer(2);
        Refusal.Of(ReviewerRules.Decide(reviewer, Example.InWindow, new RecordTie(earlier, ConflictSource.PastCase, "")).Refusal, Reasons.FieldInvalid);
        var recorded = ReviewerRules.Decide(reviewer, Example.InWindow, new RecordTie(earlier, ConflictSource.PastCase, ""), ["units/u7", "companies/2"]);
        reviewer = recorded.Events.Aggregate(reviewer, (state, happened) => state.Apply(happened));
        Assert.NotNull(Conflicts.Between(reviewer, ReviewScene.Item(2)));
        Assert.Null(Conflicts.Between(reviewer, ReviewScene.Item(1)));

        // Who declares a conflict in one case says nothing about others of its unit.
        var declared = ReviewerRules.Decide(ReviewScene.Reviewer(2), Example.InWindow, new RecordTie(earlier, ConflictSource.Declared, ""), ["units/u2", "companies/2"]);
        Assert.Null(Conflicts.Between(declared.Events.Aggregate(ReviewScene.Reviewer(2), (state, happened) => state.Apply(happened)), ReviewScene.Item(2)));
    }

    [Fact]
    public void When_a_case_comes_on_the_agenda_Then_its_conflicts_are_derived()
    {
        var scene = new ReviewScene().Known(4, "companies/1").Do(ReviewScene.Schedule).Do(new AddToAgenda([ReviewScene.Case(1), ReviewScene.Case(2)]));
        Assert.Equal([ReviewScene.R(4)], scene.On(1).Recused.Keys);
        Assert.Empty(scene.On(2).Recused);
        scene.Refused(new AssignReviewers(ReviewScene.Case(1), [ReviewScene.R(1), ReviewScene.R(4)], ""), Reasons.ReviewerRecused);
    }

    [Fact]
    public void When_a_tie_is_not_heard_of_yet_Then_nobody_is_assigned_named_or_scores_against_it()
    {
        var scene = ReviewScene.With(1).Assign(1, 1, 2, 3).Known(2, "companies/1");
        scene.Refused(new AssignReviewers(ReviewScene.Case(1), [ReviewScene.R(1), ReviewScene.R(2)], ""), Reasons.ReviewerRecused);
        scene.Refused(new NameDelegate(ReviewScene.Case(1), ReviewScene.R(2)), Reasons.ReviewerRecused);
        scene.Refused(ReviewScene.Sheet(1, 2, 80), Reasons.ReviewerRecused);
    }

    [Fact]
    public void When_the_session_is_open_Then_score_lead_and_delegate_go()
    {
        var scene = ReviewScene.With(1).Assign(1, 2, 3, 4).Do(new NameDelegate(ReviewScene.Case(1), ReviewScene.R(1)))
            .Do(ReviewScene.Sheet(1, 2, 90)).Do(ReviewScene.OpinionOn(1)).Tie(2, "units/u1").Tie(1, "companies/1");
        var item = scene.On(1);
        Assert.Equal(("", "", 0), (item.Lead, item.Delegate, item.Sheets.Count));
        Assert.Equal([ReviewScene.R(3), ReviewScene.R(4)], item.Reviewers);
        Assert.Null(item.Opinion);
    }

    [Fact]
    public void When_the_session_is_closed_Then_the_score_is_removed_and_the_item_graded_anew()
    {
        var scene = ReviewScene.Closed(95, 80, 80);
        Assert.Equal((Grade.Priority, "85.0000"), (scene.On(1).Grade, scene.On(1).Mean.ToString()));
        scene.Do(new Recuse(ReviewScene.Case(1), ReviewScene.R(1), ConflictSource.Office, "持股"));
        Assert.Equal((Grade.Priority, "80.0000", ""), (scene.On(1).Grade, scene.On(1).Mean.ToString(), scene.On(1).Lead));
        scene.Tie(2, "companies/1").Tie(3, "companies/1");
        Assert.Equal((Grade.Unspecified, MeanScore.None), (scene.On(1).Grade, scene.On(1).Mean));
        Assert.Equal(SessionState.Closed, scene.Session.State);
    }

    [Fact]
    public void When_several_are_recused_at_once_Then_none_of_them_counts()
    {
        var scene = ReviewScene.Closed(95, 60, 80).Known(1, "companies/1").Known(2, "companies/1").Do(new FollowTies(ReviewScene.R(1)));
        Assert.Equal("80.0000", scene.On(1).Mean.ToString());
        Assert.Equal([ReviewScene.R(3)], scene.On(1).Sheets.Keys);
    }

    [Fact]
    public void Then_a_repeated_recusal_changes_nothing_and_a_stranger_is_refused()
    {
        var scene = ReviewScene.Closed(95, 80, 80).Do(new Recuse(ReviewScene.Case(1), ReviewScene.R(1), ConflictSource.Office, ""));
        Assert.Empty(scene.Try(new Recuse(ReviewScene.Case(1), ReviewScene.R(1), ConflictSource.Declared, "")).Events);
        scene.Refused(new Recuse(ReviewScene.Case(1), ReviewScene.R(9), ConflictSource.Office, ""), Reasons.ReviewerUnknown);
    }

    [Fact]
    public void When_the_chair_is_recused_Then_only_the_lead_records_the_opinion()
    {
        var scene = ReviewScene.With(1).Assign(1, 2, 3, 4).Tie(1, "companies/1");
        Assert.False(May(1, Role.Chair));
        Assert.True(May(2, Role.Reviewer));
        Assert.False(May(3, Role.Reviewer));

        bool May(int reviewer, Role role) => AccessRules.May(
            new($"r{reviewer}", role, null), scene.Session, ReviewScene.OpinionOn(1, ReviewScene.R(reviewer)));
    }

    [Theory]
    [InlineData(Role.Reviewer)]
    [InlineData(Role.Chair)]
    [InlineData(Role.Office)]
    [InlineData(Role.Office | Role.Reviewer)]
    [InlineData(Role.Bureau)]
    [InlineData(Role.Auditor)]
    public void Then_recusal_outweighs_every_role(Role role)
    {
        var scene = ReviewScene.With(1).Assign(1, 2, 3, 4).Tie(5, "companies/1");
        var caller = new Caller("r5", role, null);
        Assert.True(AccessRules.IsRecused(caller, scene.On(1)));
        Assert.False(AccessRules.May(caller, scene.Session, new AssignReviewers(ReviewScene.Case(1), [], "")));
        Assert.False(AccessRules.May(caller, scene.Session, new RemoveFromAgenda(ReviewScene.Case(1))));
        Assert.False(AccessRules.May(caller, scene.Session, ReviewScene.Sheet(1, 5, 80)));
        Assert.False(AccessRules.IsRecused(new("r4", role, null), scene.On(1)));
    }

    [Fact]
    public void Then_what_was_declared_in_a_session_is_a_tie_to_keep()
    {
        var scene = ReviewScene.With(2).Tie(3, "companies/2").Do(new Recuse(ReviewScene.Case(1), ReviewScene.R(3), ConflictSource.Declared, "師生"));
        Assert.Equal([(ReviewScene.Case(1), "師生")], scene.Session.DeclaredTiesOf(ReviewScene.R(3)).Select(tie => (tie.Target, tie.Note)));
    }
}
