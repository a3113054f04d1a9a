namespace SmeOrleans.Domain.Access;

/// <summary>Who may do what with companies, units, rounds and common projects. Cases: <see cref="CaseRights"/>.</summary>
public static class AccessRules
{
    private const Role Readers = Role.Office | Role.Bureau | Role.Auditor | Role.System;

    public static bool MayRead(Caller caller, Unit unit) => caller.Is(Readers) || IsOwn(caller, unit.Name);

    public static bool May(Caller caller, string unit, UnitCommand command) => command switch
    {
        RegisterUnit => caller.Is(Role.Office) || IsOwn(caller, unit),
        ApproveUnit or RecordUnitEligibility or RecordMajorAnomaly => caller.Is(Role.Office),
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

    private static bool IsOwn(Caller caller, string unit) => caller.Is(Role.Unit) && caller.Unit == unit;
}
