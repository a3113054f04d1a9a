namespace SmeOrleans.Domain.Review;

/// <summary>State of a session.</summary>
public enum SessionState
{
    None,

    /// <summary>Agenda, assignments and scores may change.</summary>
    Scheduled,

    /// <summary>Scores are frozen (T-6).</summary>
    Closed,
}

/// <summary>When and for whom a session is held (T-1).</summary>
/// <param name="Topic">The special technology that it is held for; empty = none.</param>
[GenerateSerializer, Immutable, Alias("sme.SessionPlan")]
public sealed record SessionPlan(string Panel, DateTimeOffset StartsAt, DateTimeOffset EndsAt, string Topic);

/// <summary>One reviewer's score sheet (T-2, T-4).</summary>
/// <param name="Points">0 to 100 by criterion code.</param>
/// <param name="Recommended">The grade that the reviewer would give; unspecified = not said. Never decides, shows contradictions.</param>
[GenerateSerializer, Immutable, Alias("sme.ScoreSheet")]
public sealed record ScoreSheet(
    ImmutableSortedDictionary<string, int> Points, Grade Recommended, string Comment, DateTimeOffset ScoredAt);

/// <summary>What the panel said of a case in particular: the reviewers' comments that a revised plan must answer (T-6, M-1).</summary>
/// <param name="Id">Unique in the item.</param>
[GenerateSerializer, Immutable, Alias("sme.ReviewComment")]
public sealed record ReviewComment(string Id, string Text);

/// <summary>Money that the panel recommends for one case.</summary>
[GenerateSerializer, Immutable, Alias("sme.Recommendation")]
public sealed record Recommendation(string Case, Budget Budget);

/// <summary>The panel's opinion on an item (T-6).</summary>
/// <param name="Flags">Codes of visit reasons that the comments give, e.g. <c>abnormal</c> (M-6).</param>
/// <param name="Amounts">For every case of the item.</param>
[GenerateSerializer, Immutable, Alias("sme.Opinion")]
public sealed record Opinion(
    string Summary, ImmutableList<ReviewComment> Comments, ImmutableList<string> Flags, ImmutableList<Recommendation> Amounts);

/// <summary>One case of an agenda item, as the session needs to know it.</summary>
/// <param name="Cap">Caps that its money must keep (F-1 to F-5).</param>
[GenerateSerializer, Immutable, Alias("sme.ItemCase")]
public sealed record ItemCase(string Case, string CaseNumber, string Company, string CompanyName, Budget Asked, FundingCap Cap);

/// <summary>What is reviewed: a case, or a common project with all its cases (T-8). A copy as of its scheduling.</summary>
/// <param name="Name">Resource name of the case or common project.</param>
/// <param name="AvoidReviewers">Reviewers whom the applicant asked to avoid.</param>
/// <param name="ReceivedAt">Of its first case (J-1).</param>
/// <param name="UnitRecord">Its unit's past (U-3).</param>
[GenerateSerializer, Immutable, Alias("sme.ReviewItem")]
public sealed record ReviewItem(
    string Name,
    CaseMode Mode,
    string Group,
    string Function,
    string Title,
    string Unit,
    ImmutableList<ItemCase> Cases,
    ImmutableSortedSet<string> AvoidReviewers,
    bool FivePlusTwo,
    bool FemaleFirst,
    bool DesignAwardPledge,
    DateTimeOffset ReceivedAt,
    UnitRecord? UnitRecord = null);

/// <summary>An item on the agenda: who reviews it, who must not, what they said.</summary>
/// <param name="Reviewers">Assigned reviewers; a recused one is never among them.</param>
/// <param name="Lead">主審委員; empty = not named yet.</param>
/// <param name="Delegate">Stands in for the lead; empty = none.</param>
/// <param name="Recused">Panel members who must not read, score or be counted, and why (T-3).</param>
/// <param name="Mean">Set when the session closes.</param>
/// <param name="OpinionBy">Who recorded the opinion; resource name.</param>
[GenerateSerializer, Immutable, Alias("sme.AgendaItem")]
public sealed record AgendaItem(
    int Place,
    ReviewItem Item,
    ImmutableSortedSet<string> Reviewers,
    string Lead,
    string Delegate,
    ImmutableSortedDictionary<string, Tie> Recused,
    ImmutableSortedDictionary<string, ScoreSheet> Sheets,
    Opinion? Opinion,
    MeanScore Mean,
    Grade Grade,
    string OpinionBy = "")
{
    private static readonly ImmutableSortedSet<string> Nobody = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    public static AgendaItem Of(int place, ReviewItem item, ImmutableSortedDictionary<string, Tie> recused) => new(
        place, item, Nobody, "", "", recused,
        ImmutableSortedDictionary.Create<string, ScoreSheet>(StringComparer.Ordinal), null, MeanScore.None, Grade.Unspecified);

    /// <summary>With these reviewers; who is no longer among them takes the score sheet along.</summary>
    public AgendaItem Assigned(ImmutableSortedSet<string> reviewers, string lead) => this with
    {
        Reviewers = reviewers,
        Lead = lead,
        Delegate = Delegate == lead ? "" : Delegate,
        Sheets = Sheets.RemoveRange(Sheets.Keys.Where(reviewer => !reviewers.Contains(reviewer))),
    };

    /// <summary>With those alone who sit in the panel.</summary>
    public AgendaItem Among(ImmutableSortedSet<string> members) => this with
    {
        Reviewers = Reviewers.Intersect(members),
        Lead = members.Contains(Lead) ? Lead : "",
        Delegate = members.Contains(Delegate) ? Delegate : "",
        Sheets = Sheets.RemoveRange(Sheets.Keys.Where(reviewer => !members.Contains(reviewer))),
    };

    /// <summary>Without a reviewer who is recused: not assigned, not lead, not delegate, not counted (T-3).</summary>
    public AgendaItem Without(string reviewer, Tie tie) => this with
    {
        Recused = Recused.SetItem(reviewer, tie),
        Reviewers = Reviewers.Remove(reviewer),
        Lead = Lead == reviewer ? "" : Lead,
        Delegate = Delegate == reviewer ? "" : Delegate,
        Sheets = Sheets.Remove(reviewer),
    };
}

/// <summary>A review session (審查會議): one panel, one half-day, its agenda and its scores.</summary>
/// <param name="Agenda">By item name.</param>
[GenerateSerializer, Immutable, Alias("sme.Session")]
public sealed record Session(
    string Name,
    SessionState State,
    SessionPlan? Plan,
    string Group,
    string Chair,
    ImmutableSortedSet<string> Members,
    ImmutableSortedDictionary<string, AgendaItem> Agenda,
    DateTimeOffset? ClosedAt)
{
    public static Session Unknown(string name) => new(
        name, SessionState.None, null, "", "", ImmutableSortedSet.Create<string>(StringComparer.Ordinal),
        ImmutableSortedDictionary.Create<string, AgendaItem>(StringComparer.Ordinal), null);

    /// <summary>The item on which a case is reviewed, or null.</summary>
    public AgendaItem? ItemOf(string caseName) =>
        Agenda.GetValueOrDefault(caseName) ?? Agenda.Values.FirstOrDefault(item => item.Item.Cases.Exists(one => one.Case == caseName));

    /// <summary>Once it is closed: who leads an item that may still go on.</summary>
    public IEnumerable<string> Leading => State != SessionState.Closed
        ? []
        : Agenda.Values.Where(item => item.Grade != Grade.Not && item.Lead.Length > 0).Select(item => item.Lead);

    /// <summary>What a reviewer, or the office for it, declared here: not derived from a tie that is on record already.</summary>
    public IEnumerable<Tie> DeclaredTiesOf(string reviewer) => Agenda.Values
        .Select(item => (item.Item.Name, Tie: item.Recused.GetValueOrDefault(reviewer)))
        .Where(pair => pair.Tie is { Source: ConflictSource.Declared or ConflictSource.Office } tie && tie.Target == pair.Name)
        .Select(pair => pair.Tie!);

    /// <summary>The state after an event. Total, and without rules.</summary>
    public Session Apply(SessionEvent happened) => happened switch
    {
        SessionScheduled e => Seated(e.Chair, e.Members) with { State = SessionState.Scheduled, Plan = e.Plan, Group = e.Group },
        PanelFollowed e => Seated(e.Chair, e.Members),
        ItemAdded e => this with { Agenda = Agenda.SetItem(e.Item.Name, AgendaItem.Of(e.Place, e.Item, e.Recused)) },
        ItemRemoved e => this with { Agenda = Agenda.Remove(e.Item) },
        CaseTakenOff e => With(e.Item, item => Less(item, e.Case)),
        LeadNamed e => With(e.Item, item => item with { Lead = e.Lead, Delegate = item.Delegate == e.Lead ? "" : item.Delegate }),
        ReviewersAssigned e => With(e.Item, item => item.Assigned(e.Reviewers, e.Lead)),
        DelegateNamed e => With(e.Item, item => item with { Delegate = e.Delegate }),
        ReviewerRecused e => With(e.Item, item => Unspoken(item.Without(e.Reviewer, e.Tie), e.Reviewer)),
        ItemScored e => With(e.Item, item => item with { Sheets = item.Sheets.SetItem(e.Reviewer, e.Sheet) }),
        OpinionRecorded e => With(e.Item, item => item with { Opinion = e.Opinion, OpinionBy = e.By }),
        SessionConcluded e => this with
        {
            State = SessionState.Closed,
            ClosedAt = e.At,
            Agenda = Agenda.ToImmutableSortedDictionary(
                pair => pair.Key, pair => pair.Value with { Mean = e.Means[pair.Key], Grade = e.Grades[pair.Key] }, StringComparer.Ordinal),
        },
        ItemRegraded e => With(e.Item, item => item with { Mean = e.Mean, Grade = e.Grade }),
        _ => throw new InvalidOperationException($"Unknown event {happened.GetType().Name}"),
    };

    // A closed session is history: nobody leaves its items by leaving the panel.
    private Session Seated(string chair, ImmutableSortedSet<string> members) => this with
    {
        Chair = chair,
        Members = members,
        Agenda = State == SessionState.Closed
            ? Agenda
            : Agenda.ToImmutableSortedDictionary(pair => pair.Key, pair => pair.Value.Among(members), StringComparer.Ordinal),
    };

    // Until the session closes, what a recused chair or lead said of an item is said anew by another (T-3).
    private AgendaItem Unspoken(AgendaItem item, string recused) =>
        State == SessionState.Closed || item.OpinionBy != recused ? item : item with { Opinion = null, OpinionBy = "" };

    private static AgendaItem Less(AgendaItem item, string caseName) => item with
    {
        Item = item.Item with { Cases = item.Item.Cases.RemoveAll(one => one.Case == caseName) },
        Opinion = item.Opinion is { } opinion ? opinion with { Amounts = opinion.Amounts.RemoveAll(one => one.Case == caseName) } : null,
    };

    private Session With(string item, Func<AgendaItem, AgendaItem> change) => this with { Agenda = Agenda.SetItem(item, change(Agenda[item])) };
}
