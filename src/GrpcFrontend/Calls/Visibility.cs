namespace SmeOrleans.GrpcFrontend.Calls;

/// <summary>What a list may show.</summary>
internal static class Visibility
{
    // The rights on a unit that cannot be tell whether a caller sees cases of every unit; no token can name it.
    private const string Stranger = "";

    /// <summary>The one unit that a caller may see, or null for all.</summary>
    public static string? OnlyUnit(Caller caller) =>
        MayRead(caller, Stranger) ? null : caller.Unit ?? Stranger;

    /// <summary>The cases that a caller may see.</summary>
    public static CaseScope CasesOf(Caller caller) => new(
        MayRead(caller, Stranger),
        caller.Is(Role.Unit) ? caller.Unit : null,
        caller.Is(Role.Reviewer | Role.Chair) ? caller.Reviewer : null,
        caller.Is(Role.Chair),
        CaseRights.CanBeRecused(caller) ? caller.Reviewer : null);

    /// <summary>
    /// The cases that the report's tables count for a caller: a chair's are those of its own panel. The tables of the whole
    /// round are statistics without a filter that could single out one case; a crossing has one and counts
    /// <see cref="CasesOf"/> for everybody.
    /// </summary>
    public static CaseScope FiguresOf(Caller caller) =>
        AccessRules.MayReadRecusals(caller) || caller.Is(Role.Operator) ? CaseScope.All : CasesOf(caller);

    /// <summary>Whom an applicant asks to avoid is between it and the office, not for those who review (T-3).</summary>
    public static bool MayReadAvoidList(Caller caller, string unit) => AccessRules.MayReadRecusals(caller) || IsApplicant(caller, unit);

    /// <summary>The caller sees a case as the unit whose it is.</summary>
    public static bool IsApplicant(Caller caller, string unit) => !AccessRules.MayReadRecusals(caller) && caller.Is(Role.Unit) && caller.Unit == unit;

    /// <summary>The reviewer in whose sessions a caller must sit to see them, or null for all.</summary>
    public static string? OnlyMember(Caller caller) => AccessRules.MayRead(caller, Session.Unknown("")) ? null : caller.Reviewer;

    private static bool MayRead(Caller caller, string unit) => MayRead(caller, Case.None("") with { Unit = unit });

    public static bool MayRead(Caller caller, Case subject) => CaseRights.Of(caller, subject).HasFlag(CaseRight.Read);
}
