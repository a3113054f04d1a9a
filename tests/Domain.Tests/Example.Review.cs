namespace SmeOrleans.Domain.Tests;

// A panel, a session and a joint meeting for the case of the example.
internal static partial class Example
{
    public const string PanelName = RoundName + "/panels/metal";
    public const string SessionName = RoundName + "/sessions/s1";
    public const string Chair = "reviewers/r0";
    public const string Lead = "reviewers/r1";
    public const string OtherReviewer = "reviewers/r2";

    /// <summary>A panel member with a tie to the unit: recused on the case (T-3).</summary>
    public const string Tied = "reviewers/r4";

    /// <summary>What the panel recommends, the joint meeting approves and the contract agrees on.</summary>
    public static readonly Budget Agreed = Money(147_800, 37_750);

    public static readonly ImmutableSortedSet<string> Members =
        ImmutableSortedSet.Create(StringComparer.Ordinal, Chair, Lead, OtherReviewer, "reviewers/r3", Tied);

    public static readonly Panel Panel = Domain.Review.Panel.Unknown(PanelName).Apply(new PanelSeated(RoundName, "metal", Chair, Members));

    public static readonly ImmutableSortedDictionary<string, Reviewer> Reviewers = Members.ToImmutableSortedDictionary(
        name => name,
        name => Reviewer.Unknown(name) with
        {
            Profile = new(name, "", ""),
            Ties = name == Tied ? [new(UnitName, ConflictSource.Affiliation, "", OpensAt)] : [],
        },
        StringComparer.Ordinal);

    public static readonly SessionPlan SessionPlan = new(PanelName, InWindow.AddDays(60), InWindow.AddDays(60).AddHours(4), "");

    public static Budget Money(long government, long self) => new(new(government + self), new(government), new(self));

    public static ReviewItem Item(string name, string unit = UnitName, string company = CompanyName, Budget? asked = null) => new(
        name, CaseMode.General, "metal", "process", "計畫", unit,
        [new(name, "107-000001", company, "受輔業者", asked ?? Application.Budget, new((asked ?? Application.Budget).Government, 100, NoSelfFunding: false))],
        ImmutableSortedSet.Create<string>(StringComparer.Ordinal), FivePlusTwo: false, FemaleFirst: false, DesignAwardPledge: false, InWindow);

    public static SessionFacts SessionFacts(params IEnumerable<ReviewItem> items) => Domain.Review.SessionFacts.Of(InWindow, Round) with
    {
        Panel = Panel,
        Reviewers = Reviewers,
        Items = items.ToImmutableSortedDictionary(item => item.Name, item => item, StringComparer.Ordinal),
    };

    /// <summary>Its only item is the case; everybody who may is assigned.</summary>
    public static Session Scheduled(Budget? asked = null) => After(Session.Unknown(SessionName), SessionFacts(Item(CaseName, asked: asked)),
        new ScheduleSession(SessionPlan), new AddToAgenda([CaseName]), new AssignReviewers(CaseName, Members.Remove(Tied), Lead));

    /// <summary>Everybody gave so many points for each criterion, and the panel left two comments to be answered.</summary>
    public static Session Closed(int points = 85, Budget? recommended = null) => After(Scheduled(recommended), SessionFacts(),
    [
        .. Members.Remove(Tied).Select(reviewer => new ScoreItem(CaseName, reviewer, Points(points), Grade.Unspecified, "")),
        new RecordOpinion(CaseName, new("可行", [new("c1", "請補充量化指標"), new("c2", "請說明人力")], [], [new(CaseName, recommended ?? Agreed)])),
        new CloseSession(),
    ]);

    public static ImmutableSortedDictionary<string, int> Points(int each) =>
        Rules.Review.Criteria.ToImmutableSortedDictionary(criterion => criterion.Code, _ => each, StringComparer.Ordinal);

    public static readonly ImmutableList<CommentAnswer> Answers = [new("c1", "已補充"), new("c2", "已說明")];

    /// <summary>A meeting that has come, by its own commands, to that decision on the case.</summary>
    public static JointMeeting Meeting(EntryDecision decision, Grade grade = Grade.Priority, Budget? money = null)
    {
        var agreed = money ?? Agreed;
        var entry = Chamber.Entry(CaseName, 8_500, agreed, grade: grade);
        var better = Chamber.Entry(RoundName + "/cases/better", 9_500, agreed);
        var chamber = decision switch
        {
            EntryDecision.None => new Chamber(agreed.Government, entry).Opened(),
            EntryDecision.Approved => new Chamber(agreed.Government, entry).Opened().Published(),
            EntryDecision.Declined => new Chamber(agreed.Government, entry).Opened()
                .Do(new MakeChange(Chamber.Main, Chamber.Change(MeetingChangeKind.Decline, CaseName))).Published(),
            EntryDecision.Reserve => new Chamber(agreed.Government, entry, better).Opened().Published(),
            EntryDecision.Offered => new Chamber(agreed.Government, entry, better).Opened().Published().Do(new ReleasePlace(better.Item)),
            _ => throw new ArgumentOutOfRangeException(nameof(decision)),
        };
        return chamber.Meeting;
    }

    private static Session After(Session session, SessionFacts facts, params IEnumerable<SessionCommand> commands)
    {
        foreach (var command in commands)
        {
            var decision = SessionRules.Decide(session, command, facts);
            Assert.True(decision.Refusal is null, $"{command}: {decision.Refusal?.Code}");
            session = decision.Events.Aggregate(session, (state, happened) => state.Apply(happened));
        }

        return session;
    }
}
