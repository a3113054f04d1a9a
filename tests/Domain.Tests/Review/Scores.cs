using SmeOrleans.Domain.Review;

namespace SmeOrleans.Domain.Tests.Review;

/// <summary>T-2, T-4, T-5, T-7: sheets, means and grades.</summary>
public sealed class Scores
{
    private static readonly ReviewRules Rules = ReviewScene.Rules;

    [Fact]
    public void Then_a_sheet_weighs_its_criteria()
    {
        var points = new[] { 90, 80, 70, 60, 50, 40 };
        var sheet = new ScoreSheet(
            Rules.Criteria.Zip(points).ToImmutableSortedDictionary(pair => pair.First.Code, pair => pair.Second), Grade.Unspecified, "", Example.InWindow);
        Assert.Equal(20 * 90 + 25 * 80 + 20 * 70 + 15 * 60 + 10 * 50 + 10 * 40, Scoring.Weighted(sheet, Rules));
    }

    [Theory]
    [InlineData(27_000, 3, Grade.Strong, "90.0000")]
    [InlineData(26_999, 3, Grade.Priority, "89.9967")]
    [InlineData(24_000, 3, Grade.Priority, "80.0000")]
    [InlineData(23_999, 3, Grade.Listed, "79.9967")]
    [InlineData(21_000, 3, Grade.Listed, "70.0000")]
    [InlineData(20_999, 3, Grade.Not, "69.9967")]
    [InlineData(62_999_999_999, 7_000_000, Grade.Priority, "90.0000")]
    [InlineData(0, 0, Grade.Unspecified, "")]
    public void Then_a_grade_changes_exactly_at_its_threshold(long sum, int sheets, Grade grade, string printed)
    {
        var mean = new MeanScore(sum, sheets, 0);
        Assert.Equal(grade, Rules.GradeOf(mean));
        Assert.Equal(printed, mean.ToString());
    }

    [Fact]
    public void Then_means_compare_as_fractions()
    {
        var third = new MeanScore(25_000, 3, 0);
        Assert.True(third.CompareTo(new(33_333, 4, 0)) > 0);
        Assert.Equal(0, third.CompareTo(new(50_000, 6, 0)));
        Assert.True(third.CompareTo(MeanScore.None) > 0);
        Assert.True(new MeanScore(24_999, 3, 1).CompareTo(third) > 0);
    }

    [Fact]
    public void Then_extra_credit_counts_once_and_not_per_sheet()
    {
        var rules = Rules with { FivePlusTwoHundredths = 50, DesignAwardHundredths = 100 };
        var item = ReviewScene.Closed(80, 80, 80).On(1);
        item = item with { Item = item.Item with { FivePlusTwo = true, DesignAwardPledge = true } };
        Assert.Equal("81.5000", Scoring.MeanOf(item, rules).ToString());
    }

    [Fact]
    public void Then_a_sheet_may_change_until_the_session_closes()
    {
        var scene = ReviewScene.With(1).Assign(1, 1, 2, 3).Do(ReviewScene.Sheet(1, 2, 60)).Do(ReviewScene.Sheet(1, 2, 90));
        Assert.Equal(90, scene.On(1).Sheets[ReviewScene.R(2)].Points["method"]);
        ReviewScene.Closed(80, 80, 80).Refused(ReviewScene.Sheet(1, 2, 90), Reasons.SessionClosed);
    }

    [Fact]
    public void Then_every_criterion_is_scored_from_0_to_100_by_who_is_assigned()
    {
        var scene = ReviewScene.With(1).Assign(1, 1, 2, 3);
        var sheet = ReviewScene.Sheet(1, 2, 80);
        scene.Refused(sheet with { Points = sheet.Points.Remove("method") }, Reasons.ScoreCriteria);
        scene.Refused(sheet with { Points = sheet.Points.Add("colour", 1) }, Reasons.ScoreCriteria);
        scene.Refused(sheet with { Points = sheet.Points.SetItem("method", 101) }, Reasons.ScoreCriteria);
        scene.Refused(sheet with { Points = sheet.Points.SetItem("method", -1) }, Reasons.ScoreCriteria);
        scene.Refused(ReviewScene.Sheet(1, 4, 80), Reasons.ReviewerUnknown);
    }

    [Fact]
    public void Then_health_shows_contradictions_leniency_and_spread()
    {
        var scene = ReviewScene.With(1).Assign(1, 1, 2, 3)
            .Do(ReviewScene.Sheet(1, 1, 95) with { Recommended = Grade.Not }).Do(ReviewScene.Sheet(1, 2, 80)).Do(ReviewScene.Sheet(1, 3, 80));
        var health = ScoreHealth.Of(scene.Session.Agenda.Values, Rules, new(1_000_000));
        Assert.Equal([new ScoreContradiction(ReviewScene.Case(1), ReviewScene.R(1), Grade.Not, Grade.Strong)], health.Contradictions);
        Assert.Equal((ReviewScene.R(1), 15m), (health.Leniency[0].Reviewer, health.Leniency[0].MeanDifference));
        Assert.Equal(15m, health.Spreads.Single().Range);
        Assert.Null(health.CutLineDistance);
    }

    [Fact]
    public void Then_health_measures_the_cut_line()
    {
        var scene = ReviewScene.With(2).Assign(1, 1, 2, 3).Assign(2, 1, 2, 3);
        foreach (var reviewer in new[] { 1, 2, 3 })
        {
            scene.Do(ReviewScene.Sheet(1, reviewer, 90)).Do(ReviewScene.Sheet(2, reviewer, 86));
        }

        scene.Do(ReviewScene.OpinionOn(1)).Do(ReviewScene.OpinionOn(2));
        Assert.Equal(4m, ScoreHealth.Of(scene.Session.Agenda.Values, Rules, new(200_000)).CutLineDistance);
        Assert.Null(ScoreHealth.Of(scene.Session.Agenda.Values, Rules, new(400_000)).CutLineDistance);
    }
}
