using SmeOrleans.Domain.Review;

namespace SmeOrleans.Domain.Tests.Review;

/// <summary>A session of a panel of five with cases on its agenda, and the facts that its rules are told.</summary>
internal sealed class ReviewScene
{
    public const string Name = Example.RoundName + "/sessions/S1";
    public const string PanelName = Example.RoundName + "/panels/metal";
    public const string Chair = "reviewers/r1";

    public static readonly ReviewRules Rules = Example.Rules.Review;

    public Session Session { get; private set; } = Session.Unknown(Name);

    public SessionFacts Facts { get; set; } = SessionFacts.Of(Example.ClosesAt, Example.Round) with
    {
        Panel = Panel([R(1), R(2), R(3), R(4), R(5)]),
        Reviewers = Enumerable.Range(1, 9).Select(number => Reviewer(number)).ToImmutableSortedDictionary(one => one.Name, one => one, StringComparer.Ordinal),
        Items = Enumerable.Range(1, 9).Select(Item).ToImmutableSortedDictionary(one => one.Name, one => one, StringComparer.Ordinal),
    };

    public static string R(int number) => $"reviewers/r{number}";

    public static string Case(int number) => $"{Example.RoundName}/cases/{number}";

    public static Panel Panel(string[] members, string chair = Chair) =>
        Domain.Review.Panel.Unknown(PanelName).Apply(new PanelSeated(Example.RoundName, "metal", chair, [.. members]));

    public static Reviewer Reviewer(int number, params Tie[] ties) =>
        Domain.Review.Reviewer.Unknown(R(number)).Apply(new ReviewerRegistered(new("委員", "", ""))) with { Ties = [.. ties] };

    public static Tie TieTo(string target) => new(target, ConflictSource.Affiliation, "", Example.InWindow);

    /// <summary>Every case is another company's, and of one of three units.</summary>
    public static ReviewItem Item(int number) => new(
        Case(number), CaseMode.General, "metal", "process", "計畫", $"units/u{number % 3}",
        [new(Case(number), $"107-{number:D6}", $"companies/{number}", "業者", Example.Application.Budget, Example.Rules.General)],
        [], FivePlusTwo: false, FemaleFirst: false, DesignAwardPledge: false, Example.InWindow);

    /// <summary>Scheduled, with so many cases on the agenda.</summary>
    public static ReviewScene With(int cases) =>
        new ReviewScene().Do(Schedule).Do(new AddToAgenda([.. Enumerable.Range(1, cases).Select(Case)]));

    public static readonly ScheduleSession Schedule = new(new(PanelName, Example.ClosesAt, Example.ClosesAt.AddHours(3), ""));

    public static ScoreItem Sheet(int item, int reviewer, int points) => new(
        Case(item), R(reviewer), Rules.Criteria.ToImmutableSortedDictionary(criterion => criterion.Code, _ => points), Grade.Unspecified, "");

    public static RecordOpinion OpinionOn(int item, string by = Chair) =>
        new(Case(item), new("可行", [], [], [new(Case(item), Example.Application.Budget)]), by);

    public AgendaItem On(int item) => Session.Agenda[Case(item)];

    public ReviewScene Assign(int item, params int[] reviewers) =>
        Do(new AssignReviewers(Case(item), [.. reviewers.Select(R)], R(reviewers[0])));

    /// <summary>Closed with one case, scored by r1, r2 and r3 with these points.</summary>
    public static ReviewScene Closed(params int[] points)
    {
        var scene = With(1).Assign(1, 1, 2, 3);
        for (var place = 0; place < points.Length; place++)
        {
            scene.Do(Sheet(1, place + 1, points[place]));
        }

        return scene.Do(OpinionOn(1)).Do(new CloseSession());
    }

    /// <summary>A tie comes on record and the session hears of it.</summary>
    public ReviewScene Tie(int reviewer, string target) => Known(reviewer, target).Do(new FollowTies(R(reviewer)));

    /// <summary>A tie comes on record of which the session has not heard yet.</summary>
    public ReviewScene Known(int reviewer, string target)
    {
        var known = Facts.Reviewers[R(reviewer)];
        Facts = Facts with { Reviewers = Facts.Reviewers.SetItem(known.Name, known with { Ties = known.Ties.Add(TieTo(target)) }) };
        return this;
    }

    public ReviewScene Seat(string chair, params int[] members)
    {
        Facts = Facts with { Panel = Panel([.. members.Select(R)], chair) };
        return Do(new FollowPanel());
    }

    public Decision<SessionEvent> Try(SessionCommand command) => SessionRules.Decide(Session, command, Facts);

    public ReviewScene Do(SessionCommand command)
    {
        var decision = Try(command);
        Assert.True(decision.Refusal is null, $"{command}: {decision.Refusal?.Code}");
        Session = decision.Events.Aggregate(Session, (state, happened) => state.Apply(happened));
        return this;
    }

    public Rejection Refused(SessionCommand command, Reason reason) => Refusal.Of(Try(command), reason);
}
