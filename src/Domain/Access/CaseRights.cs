namespace SmeOrleans.Domain.Access;

/// <summary>What one caller may do with one case. Everything about rights on cases is decided here.</summary>
[Flags]
public enum CaseRight
{
    None = 0,
    Read = 1,

    /// <summary>What the unit does: edit, submit, withdraw, supplement, upload.</summary>
    Apply = 2,

    /// <summary>What the programme office does in screening.</summary>
    Screen = 4,

    /// <summary>Record another programme's answer (S-3).</summary>
    CheckDuplicate = 8,

    /// <summary>What the service does by itself: time is up, a session or the joint meeting has decided.</summary>
    Settle = 16,

    /// <summary>What the programme office does after approval: contract, money, visits, acceptance.</summary>
    Manage = 32,

    /// <summary>What the lead reviewer or the delegate does from review to acceptance.</summary>
    Lead = 64,

    /// <summary>What the chair of the panel does.</summary>
    Preside = 128,
}

/// <summary>The one function of rights on a case.</summary>
public static class CaseRights
{
    private const CaseRight OfOffice = CaseRight.Read | CaseRight.Screen | CaseRight.CheckDuplicate | CaseRight.Manage;

    /// <summary>Rights of a caller on a case. For a case that is not there yet, give it the unit that it would have.</summary>
    public static CaseRight Of(Caller caller, Case subject)
    {
        var rights = CaseRight.None;
        rights |= caller.Is(Role.Unit) && caller.Unit == subject.Unit ? CaseRight.Read | CaseRight.Apply : CaseRight.None;
        rights |= caller.Is(Role.Office) ? OfOffice : CaseRight.None;
        // Without a panel there is no lead reviewer: the office does that work.
        rights |= caller.Is(Role.Office) && subject is { Review: null, Execution: not null } ? CaseRight.Lead : CaseRight.None;
        rights |= caller.Is(Role.Bureau | Role.Auditor) ? CaseRight.Read : CaseRight.None;
        rights |= caller.Is(Role.Partner) ? CaseRight.CheckDuplicate : CaseRight.None;
        rights |= caller.Is(Role.System) ? CaseRight.Read | CaseRight.Settle : CaseRight.None;
        return IsRecused(caller, subject) ? CaseRight.None : rights | OfReview(caller, subject);
    }

    /// <summary>Whether a caller may give a command.</summary>
    public static bool May(Caller caller, Case subject, CaseCommand command) => (Of(caller, subject) & Needed(command)) != 0;

    // E-4: a unit answers for itself; what the company says, the office records.
    private static CaseRight Needed(CaseCommand command) => command switch
    {
        RecordSurvey { Respondent: Respondent.Unit } => CaseRight.Apply,
        RecordSurvey => CaseRight.Manage,
        _ => CaseMachine.RightFor(command),
    };

    /// <summary>
    /// Whom a recusal can bar: everybody who is to judge, manage or look on, in whatever role the token is made out. A
    /// unit's own people see of its cases what an applicant sees, and nothing of the review; the service is nobody.
    /// </summary>
    public static bool CanBeRecused(Caller caller) => caller.Is(Role.Reviewer | Role.Chair | Role.Office | Role.Bureau | Role.Auditor);

    /// <summary>Recused people have no right at all on the case, whatever other role they bear (T-3).</summary>
    private static bool IsRecused(Caller caller, Case subject) =>
        CanBeRecused(caller) && subject.Review is { } review && review.Recused.Contains(caller.Reviewer);

    private static CaseRight OfReview(Caller caller, Case subject) => subject.Review switch
    {
        null => CaseRight.None,
        // Its session may have let go of it: nobody would hear of a new tie.
        _ when subject.State == CaseState.Withdrawn => CaseRight.None,
        { } review => OfReview(caller, review),
    };

    private static CaseRight OfReview(Caller caller, CaseReview review) => review switch
    {
        _ when !caller.Is(Role.Reviewer | Role.Chair) => CaseRight.None,
        _ => (review.Reviewers.Contains(caller.Reviewer) ? CaseRight.Read : CaseRight.None)
            | (caller.Reviewer == review.Lead || caller.Reviewer == review.Delegate ? CaseRight.Read | CaseRight.Lead : CaseRight.None)
            | (caller.Is(Role.Chair) && caller.Reviewer == review.Chair ? CaseRight.Read | CaseRight.Preside : CaseRight.None),
    };
}
