using SmeOrleans.Domain.Review;

namespace SmeOrleans.Domain.Tests.Review;

/// <summary>T-1, T-3: the least loaded first, conflicts as hard constraints, the same every time.</summary>
public sealed class AssigningByLoad
{
    [Fact]
    public void Then_load_and_leads_are_even()
    {
        var session = ReviewScene.With(5).Do(new AssignByLoad(3)).Session;
        Assert.All(session.Agenda.Values, item => Assert.Equal(3, item.Reviewers.Count));
        Assert.All(session.Members, member => Assert.Equal(3, session.Agenda.Values.Count(item => item.Reviewers.Contains(member))));
        Assert.All(session.Agenda.Values, item => Assert.Contains(item.Lead, item.Reviewers));
        Assert.True(session.Members.Max(Leads) - session.Members.Min(Leads) <= 1);

        int Leads(string member) => session.Agenda.Values.Count(item => item.Lead == member);
    }

    [Fact]
    public void Then_it_is_the_same_every_time_and_nothing_is_left_to_do()
    {
        var first = ReviewScene.With(7).Do(new AssignByLoad(4));
        var again = ReviewScene.With(7).Do(new AssignByLoad(4));
        Assert.Equal(
            first.Session.Agenda.Values.Select(item => string.Join(' ', item.Reviewers) + item.Lead),
            again.Session.Agenda.Values.Select(item => string.Join(' ', item.Reviewers) + item.Lead));
        Assert.Empty(first.Try(new AssignByLoad(4)).Events);
    }

    [Fact]
    public void Then_nobody_is_assigned_in_conflict_and_what_was_assigned_by_hand_stays()
    {
        var scene = ReviewScene.With(3).Tie(2, "units/u1").Known(3, "companies/2").Assign(3, 5, 4).Do(new AssignByLoad(3));
        Assert.DoesNotContain(ReviewScene.R(2), scene.On(1).Reviewers);
        Assert.DoesNotContain(ReviewScene.R(3), scene.On(2).Reviewers);
        Assert.Superset(new HashSet<string> { ReviewScene.R(4), ReviewScene.R(5) }, scene.On(3).Reviewers.ToHashSet());
        Assert.Equal(ReviewScene.R(5), scene.On(3).Lead);
    }

    [Fact]
    public void When_conflicts_leave_too_few_Then_it_is_refused_as_a_whole()
    {
        var refusal = ReviewScene.With(2).Tie(1, "companies/2").Tie(2, "companies/2").Tie(3, "companies/2").Refused(new AssignByLoad(3), Reasons.ReviewersTooFew);
        Assert.Equal((ReviewScene.Case(2), "2", "3"), (refusal.Facts["item"], refusal.Facts["left"], refusal.Facts["min"]));
    }
}
