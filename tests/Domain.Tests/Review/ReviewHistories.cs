using SmeOrleans.Domain.Review;

namespace SmeOrleans.Domain.Tests.Review;

/// <summary>T-3 over random histories: whoever is recused, or has a tie, has no part in the case and no right on it.</summary>
public sealed class ReviewHistories
{
    private const int Seed = 107;
    private const int Histories = 2_500;
    private const int Steps = 80;
    private const int Cases = 2;

    private static readonly Role[] Roles =
        [Role.Reviewer, Role.Chair, Role.Reviewer | Role.Chair, Role.Office, Role.Bureau | Role.Reviewer, Role.Auditor];

    private readonly Case _qualified = Walk.To(CaseState.Qualified).Case;
    private int _late;

    [Fact]
    public void Then_a_recused_reviewer_has_no_part_and_no_right()
    {
        for (var history = 0; history < Histories; history++)
        {
            Run(history, new Random(Seed + history));
        }

        // The histories are worth nothing when no conflict comes late.
        Assert.True(_late > Histories / 10, $"only {_late} late conflicts");
    }

    private void Run(int history, Random random)
    {
        var scene = ReviewScene.With(Cases);
        var cases = Enumerable.Range(1, Cases).Select(number => _qualified with { Name = ReviewScene.Case(number) }).ToArray();
        for (var step = 0; step < Steps; step++)
        {
            var (closed, sheets) = (scene.Session.State == SessionState.Closed, Sheets(scene));
            var command = Any(random, scene);
            if (scene.Try(command).Refusal is null)
            {
                scene.Do(command);
            }

            _late += closed && Sheets(scene) < sheets ? 1 : 0;
            for (var place = 0; place < cases.Length; place++)
            {
                cases[place] = Followed(cases[place], scene);
                Look(scene, cases[place], $"seed {Seed + history}, step {step}, {command}");
            }
        }
    }

    private static int Sheets(ReviewScene scene) => scene.Session.Agenda.Values.Sum(item => item.Sheets.Count);

    // Mostly what leads to a closed session, by whom it may be; every fifth step is a conflict, a change of seats or an attempt.
    private static SessionCommand Any(Random random, ReviewScene scene)
    {
        var (number, reviewer) = (random.Next(1, Cases + 1), random.Next(1, 8));
        var item = scene.On(number);
        return random.Next(20) switch
        {
            < 2 => new AssignByLoad(random.Next(3, 6)),
            < 12 when item.Reviewers.Count > 0 => ReviewScene.Sheet(number, item.Reviewers[random.Next(item.Reviewers.Count)][^1] - '0', random.Next(0, 101)),
            < 14 => ReviewScene.OpinionOn(number, item.Recused.ContainsKey(scene.Session.Chair) ? item.Lead : scene.Session.Chair),
            < 16 => new CloseSession(),
            _ => Disturbance(random, scene, number, reviewer),
        };
    }

    private static SessionCommand Disturbance(Random random, ReviewScene scene, int item, int reviewer)
    {
        switch (random.Next(9))
        {
            case 0 or 1:
                scene.Known(reviewer, random.Next(2) == 0 ? $"companies/{item}" : $"units/u{item % 3}");
                return new FollowTies(ReviewScene.R(reviewer));
            case 2:
                return new Recuse(ReviewScene.Case(item), ReviewScene.R(reviewer), ConflictSource.Declared, "");
            case 3:
                var members = Enumerable.Range(1, 7).OrderBy(_ => random.Next()).Take(6).Select(ReviewScene.R).ToArray();
                scene.Facts = scene.Facts with { Panel = ReviewScene.Panel(members, members[0]) };
                return new FollowPanel();
            case 4:
                return new AssignReviewers(ReviewScene.Case(item), [.. Enumerable.Range(1, 7).Where(_ => random.Next(2) == 0).Select(ReviewScene.R)], ReviewScene.R(reviewer));
            case 5:
                return new AssignReviewers(ReviewScene.Case(item), [], ReviewScene.R(reviewer));
            case 6:
                return new NameDelegate(ReviewScene.Case(item), ReviewScene.R(reviewer));
            case 7:
                return ReviewScene.OpinionOn(item, ReviewScene.R(reviewer));
            default:
                return ReviewScene.Sheet(item, reviewer, 50);
        }
    }

    private static Case Followed(Case subject, ReviewScene scene)
    {
        var facts = Example.Facts with { Session = scene.Session };
        var decision = CaseMachine.Decide(subject, new FollowSession(scene.Session.Name), facts);
        return decision.Events.Aggregate(subject, (state, happened) => state.Apply(happened));
    }

    private static void Look(ReviewScene scene, Case subject, string where)
    {
        var item = scene.Session.Agenda[subject.Name];
        foreach (var recused in item.Recused.Keys)
        {
            Assert.False(item.Reviewers.Contains(recused) || item.Sheets.ContainsKey(recused) || item.OpinionBy == recused && scene.Session.State != SessionState.Closed, where);
            Assert.False(item.Lead == recused || item.Delegate == recused, where);
            Assert.All(Roles, role => Assert.True(CaseRights.Of(new(recused["reviewers/".Length..], role, null), subject) == CaseRight.None, where));
        }

        Assert.True(item.Sheets.Keys.All(item.Reviewers.Contains), where);
        Assert.True(scene.Session.State != SessionState.Closed || item.Mean == Scoring.MeanOf(item, ReviewScene.Rules), where);
        Assert.True(scene.Session.State != SessionState.Closed || item.Grade == ReviewScene.Rules.GradeOf(item.Mean), where);
        Assert.True(subject.Review is not null && subject.Review.Recused.SetEquals(item.Recused.Keys), where);
    }
}
