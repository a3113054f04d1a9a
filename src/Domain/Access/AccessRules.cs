using SmeOrleans.Domain.Reports;

namespace SmeOrleans.Domain.Access;

/// <summary>Who may do what with companies, units, rounds and common projects. Cases: <see cref="CaseRights"/>.</summary>
public static class AccessRules
{
    private const Role Readers = Role.Office | Role.Bureau | Role.Auditor | Role.System;

    public static bool MayRead(Caller caller, Unit unit) => caller.Is(Readers) || IsOwn(caller, unit.Name);

    public static bool May(Caller caller, string unit, UnitCommand command) => command switch
    {
        RegisterUnit => caller.Is(Role.Office) || IsOwn(caller, unit),
        ApproveUnit or RecordUnitEligibility => caller.Is(Role.Office),
        // a case tells its unit by itself.
        RecordMajorAnomaly => caller.Is(Role.Office | Role.System),
        _ => caller.Is(Role.System),
    };

    public static bool MayRead(Caller caller, Company company) => caller.Is(Readers | Role.Unit);

    public static bool May(Caller caller, CompanyCommand command) => command switch
    {
        RegisterCompany => caller.Is(Role.Office | Role.Unit),
        UpdateCompany or RecordPriorCases => caller.Is(Role.Office),
        _ => caller.Is(Role.System),
    };

    public static bool MayRead(Caller caller, Round round) => true;

    public static bool May(Caller caller, RoundCommand command) => caller.Is(Role.Office);

    public static bool MayRead(Caller caller, CommonProject project) =>
        caller.Is(Readers) || (project.Plan is { } plan && IsOwn(caller, plan.Unit));

    public static bool May(Caller caller, CommonProject? project, CommonProjectCommand command) => command switch
    {
        DeclareCommonProject c => IsOwn(caller, c.Plan.Unit) && (project?.Plan is null || IsOwn(caller, project.Plan.Unit)),
        JudgeCommonProblem => caller.Is(Role.Bureau),
        _ => caller.Is(Role.System),
    };

    public static bool MayRead(Caller caller, Reviewer reviewer) => caller.Is(Readers) || IsSelf(caller, reviewer.Name);

    /// <summary>A reviewer declares ties of its own; the office records what it finds.</summary>
    public static bool May(Caller caller, string reviewer, ReviewerCommand command) => command switch
    {
        RegisterReviewer => caller.Is(Role.Office),
        RecordTie { Source: ConflictSource.Declared } => caller.Is(Role.Office | Role.System) || IsSelf(caller, reviewer),
        RecordTie => caller.Is(Role.Office | Role.System),
        _ => caller.Is(Role.System),
    };

    public static bool MayRead(Caller caller, Panel panel) => caller.Is(Readers) || (IsReviewer(caller) && panel.Members.Contains(caller.Reviewer));

    /// <summary>How healthy a panel's scores are is for its chair, not for every member.</summary>
    public static bool MaySeeScoreHealth(Caller caller, Panel panel) => caller.Is(Readers) || (caller.Is(Role.Chair) && panel.Chair == caller.Reviewer);

    public static bool May(Caller caller, PanelCommand command) => command is SeatPanel ? caller.Is(Role.Office) : caller.Is(Role.System);

    /// <summary>Members see the session; nobody sees an item from which he is recused (<see cref="IsRecused"/>).</summary>
    public static bool MayRead(Caller caller, Session session) => caller.Is(Readers) || IsMember(caller, session);

    /// <summary>The caller must learn and do nothing about an item of a session, whatever role it bears (T-3).</summary>
    public static bool IsRecused(Caller caller, AgendaItem item) => CaseRights.CanBeRecused(caller) && item.Recused.ContainsKey(caller.Reviewer);

    /// <summary>
    /// Whether the caller sees everybody's scores. Who sits in the panel does not before the session is closed, officers of
    /// the bureau among them: a score is given without a look at the others' (T-4).
    /// </summary>
    public static bool MayReadScores(Caller caller, Session session) =>
        session.State == SessionState.Closed || (caller.Is(Readers) && !session.Members.Contains(caller.Reviewer));

    public static bool MayReadSheet(Caller caller, Session session, string reviewer) => MayReadScores(caller, session) || reviewer == caller.Reviewer;

    /// <summary>Who is recused, and why, is not for those who review.</summary>
    public static bool MayReadRecusals(Caller caller) => caller.Is(Readers);

    public static bool May(Caller caller, Session? session, SessionCommand command) =>
        !IsBarred(caller, session, command) && MayOtherwise(caller, session, command);

    // Who is recused may say so again: a retry gets the first answer.
    private static bool IsBarred(Caller caller, Session? session, SessionCommand command) =>
        ItemOf(command) is { } name && session?.Agenda.GetValueOrDefault(name) is { } item && IsRecused(caller, item)
        && (command as Recuse)?.Reviewer != caller.Reviewer;

    private static string? ItemOf(SessionCommand command) => command switch
    {
        RemoveFromAgenda c => c.Item,
        AssignReviewers c => c.Item,
        NameDelegate c => c.Item,
        Recuse c => c.Item,
        ScoreItem c => c.Item,
        RecordOpinion c => c.Item,
        _ => null,
    };

    private static bool MayOtherwise(Caller caller, Session? session, SessionCommand command) => command switch
    {
        ScheduleSession or AddToAgenda or RemoveFromAgenda or AssignReviewers or AssignByLoad => caller.Is(Role.Office),
        Recuse c => caller.Is(Role.Office) || (IsMember(caller, session) && c.Reviewer == caller.Reviewer && c.Source == ConflictSource.Declared),
        ScoreItem c => IsReviewer(caller) && c.Reviewer == caller.Reviewer && session?.Agenda.GetValueOrDefault(c.Item)?.Reviewers.Contains(c.Reviewer) == true,
        NameDelegate c => IsReviewer(caller) && session?.Agenda.GetValueOrDefault(c.Item)?.Lead == caller.Reviewer,
        RecordOpinion c => IsReviewer(caller) && c.By == caller.Reviewer && session?.Agenda.GetValueOrDefault(c.Item) is { } item
            && (item.Recused.ContainsKey(session.Chair) ? item.Lead == caller.Reviewer : IsChair(caller, session)),
        CloseSession => IsChair(caller, session),
        _ => caller.Is(Role.System),
    };

    /// <summary>Units see what concerns them through their cases only.</summary>
    public static bool MayRead(Caller caller, JointMeeting meeting) => caller.Is(Readers | Role.Chair);

    public static bool May(Caller caller, JointMeeting? meeting, JointMeetingCommand command) => command switch
    {
        AnswerOffer c => meeting?.EntryOf(c.Item) is { } entry && IsOwn(caller, entry.Unit),
        SignMinutes { Group.Length: 0 } => caller.Is(Role.Bureau),
        SignMinutes => caller.Is(Role.Chair),
        ReleasePlace or LapseOffers => caller.Is(Role.System),
        MakeChange c => caller.Is(Role.Office) && !IsRecused(caller, meeting, c.Change),
        UndoChange c => caller.Is(Role.Office) && !(meeting?.Scenarios.GetValueOrDefault(c.Scenario) is [.., var last] && IsRecused(caller, meeting, last)),
        _ => caller.Is(Role.Office),
    };

    // T-3: an officer who is recused from an item decides nothing about it.
    private static bool IsRecused(Caller caller, JointMeeting? meeting, MeetingChange change) =>
        CaseRights.CanBeRecused(caller) && meeting?.EntryOf(change.Item.Length > 0 ? change.Item : change.Case)?.Recused.Contains(caller.Reviewer) == true;

    /// <summary>Released tables and series tell of no single case.</summary>
    public static bool MayReadReports(Caller caller) => caller.Is(Readers | Role.Chair | Role.Operator);

    /// <summary>A pack holds whole sessions: whoever also reviews could read there what recusal keeps away (T-3).</summary>
    public static bool MayExportEvidence(Caller caller) =>
        caller.Is(Role.Office | Role.Bureau | Role.Auditor) && !caller.Is(Role.Reviewer | Role.Chair);

    public static bool May(Caller caller, HistoryCommand command) => caller.Is(Role.Office);

    public static bool May(Caller caller, TableReleasesCommand command) => caller.Is(Role.Office);

    public static bool MayRead(Caller caller, VisitDraw draw) => caller.Is(Readers);

    public static bool May(Caller caller, VisitDrawCommand command) => caller.Is(Role.Office);

    private static bool IsMember(Caller caller, Session? session) => IsReviewer(caller) && session?.Members.Contains(caller.Reviewer) == true;

    private static bool IsReviewer(Caller caller) => caller.Is(Role.Reviewer | Role.Chair);

    private static bool IsSelf(Caller caller, string reviewer) => IsReviewer(caller) && caller.Reviewer == reviewer;

    private static bool IsChair(Caller caller, Session? session) => caller.Is(Role.Chair) && session?.Chair == caller.Reviewer;

    private static bool IsOwn(Caller caller, string unit) => caller.Is(Role.Unit) && caller.Unit == unit;
}
