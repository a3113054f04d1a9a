namespace SmeOrleans.Domain.Tests.Histories;

/// <summary>A session, its panel and its reviewers' ties; the ties are told to the session as the service tells them.</summary>
internal sealed class SessionWorld(CaseStep[] steps)
{
    public static readonly ImmutableArray<ReviewItem> Items =
    [
        Example.Item("c/1", "u/1", "k/1"), Example.Item("c/2", "u/1", "k/2"),
        Example.Item("c/3", "u/2", "k/3") with { FivePlusTwo = true, AvoidReviewers = ["reviewers/r2"] },
        Example.Item("c/4", "u/3", "k/1") with { DesignAwardPledge = true },
    ];

    private static readonly ImmutableArray<string> People = [.. Enumerable.Range(0, 7).Select(number => $"reviewers/r{number}")];
    private static readonly ImmutableArray<string> Targets = ["u/1", "u/2", "u/3", "k/1", "k/2", "k/3", "c/1", "c/2", "c/3", "c/4", "elsewhere"];

    public static readonly Round Round = Example.Round with
    {
        Rules = Example.Rules with { Review = Example.Rules.Review with { FivePlusTwoHundredths = 50, DesignAwardHundredths = 100 } },
    };

    private DateTimeOffset _now = Example.InWindow;
    private Panel _panel = Example.Panel;

    public Session Session { get; private set; } = Session.Unknown(Example.SessionName);

    public Dictionary<string, Reviewer> Reviewers { get; } = People.ToDictionary(name => name, name => Reviewer.Unknown(name) with { Profile = new(name, "", "") });

    public Session Run(Action<Session, SessionCommand, Decision<SessionEvent>, Session> look)
    {
        foreach (var step in steps)
        {
            _now += step.Later;
            foreach (var command in CommandsOf(step))
            {
                Do(command, look);
            }
        }

        return Session;
    }

    /// <summary>Who must keep away from an item, from the ties alone.</summary>
    public bool IsTied(string reviewer, ReviewItem item) => item.AvoidReviewers.Contains(reviewer)
        || Reviewers[reviewer].Ties.Exists(tie => tie.Target == item.Name || tie.Target == item.Unit || item.Cases.Exists(one => tie.Target == one.Company || tie.Target == one.Case));

    private void Do(SessionCommand command, Action<Session, SessionCommand, Decision<SessionEvent>, Session> look)
    {
        var before = Session;
        var decision = SessionRules.Decide(before, command, Facts);
        foreach (var happened in decision.Events)
        {
            Session = Session.Apply(happened);
            // A conflict declared in a session goes on the reviewer's record, so that it holds on every agenda.
            if (happened is ReviewerRecused { Tie.Source: ConflictSource.Declared or ConflictSource.Office } e && e.Tie.Target == e.Item)
            {
                Record(e.Reviewer, new(e.Item, e.Tie.Source, ""));
            }
        }

        look(before, command, decision, Session);
    }

    private SessionFacts Facts => SessionFacts.Of(_now, Round) with
    {
        Panel = _panel,
        Reviewers = Reviewers.ToImmutableSortedDictionary(StringComparer.Ordinal),
        Items = Items.ToImmutableSortedDictionary(item => item.Name, item => item, StringComparer.Ordinal),
    };

    private IEnumerable<SessionCommand> CommandsOf(CaseStep step)
    {
        var (item, reviewer) = (Items[step.Detail % Items.Length].Name, People[step.Fact % People.Length]);
        return (step.Command % 18) switch
        {
            < 2 => [new ScheduleSession(Example.SessionPlan), new AddToAgenda([item])],
            2 => [Tied(reviewer, Targets[step.Detail % Targets.Length])],
            3 => [new RemoveFromAgenda(item)],
            4 or 5 => [new AssignReviewers(item, Some(step.Fact), step.Detail % 3 == 0 ? "" : reviewer)],
            6 => [new AssignByLoad(3 + step.Detail % 3)],
            7 => [new NameDelegate(item, step.Fact % 11 == 0 ? "" : reviewer)],
            8 when step.Fact % 3 == 0 => [new Recuse(item, reviewer, step.Detail % 2 == 0 ? ConflictSource.Declared : ConflictSource.Office, "")],
            9 when step.Fact % 3 == 0 => [Reseated(Some(step.Fact / 3))],
            10 => [new DropCaseFromAgenda(item)],
            11 or 12 => [new CloseSession()],
            13 or 14 => Finished(step),
            _ => [new ScoreItem(item, reviewer, Points(step.Detail), (Grade)(step.Fact % 5), "")],
        };
    }

    /// <summary>What a good half-day comes to: all assigned, scored and said.</summary>
    private IEnumerable<SessionCommand> Finished(CaseStep step) =>
    [
        new AssignByLoad(4),
        .. Session.Agenda.Values.SelectMany(item => item.Reviewers.Select((reviewer, place) =>
            new ScoreItem(item.Item.Name, reviewer, Points(step.Detail + place * 37), Grade.Unspecified, ""))),
        .. Session.Agenda.Values.Select(item => new RecordOpinion(
            item.Item.Name, new("可行", [], [], [.. item.Item.Cases.Select(one => new Recommendation(one.Case, one.Asked))]), Session.Chair)),
    ];

    private FollowTies Tied(string reviewer, string target)
    {
        Record(reviewer, new(target, ConflictSource.Declared, ""));
        return new(reviewer);
    }

    private void Record(string reviewer, RecordTie command) => Reviewers[reviewer] = ReviewerRules.Decide(Reviewers[reviewer], _now, command)
        .Events.Aggregate(Reviewers[reviewer], (state, happened) => state.Apply(happened));

    private FollowPanel Reseated(ImmutableSortedSet<string> members)
    {
        var facts = new PanelFacts(Round, [.. People], [.. Session.Leading]);
        _panel = PanelRules.Decide(_panel, new SeatPanel(Example.RoundName, "metal", members[0], members), facts)
            .Events.Aggregate(_panel, (panel, happened) => panel.Apply(happened));
        return new();
    }

    private static ImmutableSortedSet<string> Some(int choice) =>
        [.. People.Where((_, place) => (choice >> place) % 2 == 0 || place == choice % 7).OrderBy(name => name, StringComparer.Ordinal).Take(5)];

    private static ImmutableSortedDictionary<string, int> Points(int detail) => Round.Rules.Review.Criteria.Select((criterion, place) => (criterion, place))
        .ToImmutableSortedDictionary(pair => pair.criterion.Code, pair => Math.Min(101, 60 + (detail / (pair.place + 1)) % 41), StringComparer.Ordinal);
}
