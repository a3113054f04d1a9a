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

    /// <summary>What the service does by itself when time is up.</summary>
    Lapse = 16,
}

/// <summary>The one function of rights on a case.</summary>
public static class CaseRights
{
    /// <summary>Rights of <paramref name="caller"/> on a case of <paramref name="unit"/> (resource name).</summary>
    public static CaseRight Of(Caller caller, string unit)
    {
        var rights = CaseRight.None;
        if (caller.Is(Role.Unit) && caller.Unit == unit)
        {
            rights |= CaseRight.Read | CaseRight.Apply;
        }

        if (caller.Is(Role.Office))
        {
            rights |= CaseRight.Read | CaseRight.Screen | CaseRight.CheckDuplicate;
        }

        if (caller.Is(Role.Bureau | Role.Auditor))
        {
            rights |= CaseRight.Read;
        }

        if (caller.Is(Role.Partner))
        {
            rights |= CaseRight.CheckDuplicate;
        }

        if (caller.Is(Role.System))
        {
            rights |= CaseRight.Read | CaseRight.Lapse;
        }

        return rights;
    }
}
