namespace SmeOrleans.GrpcFrontend.Calls;

/// <summary>What a list may show.</summary>
internal static class Visibility
{
    // The rights on a unit that cannot be tell whether a caller sees cases of every unit; no token can name it.
    private const string Stranger = "";

    /// <summary>The one unit that a caller may see, or null for all.</summary>
    public static string? OnlyUnit(Caller caller) =>
        MayRead(caller, Stranger) ? null : caller.Unit ?? Stranger;

    /// <summary>Whether a caller may read a case of which only the unit is known.</summary>
    public static bool MayRead(Caller caller, string unit) => MayRead(caller, Case.None("") with { Unit = unit });

    public static bool MayRead(Caller caller, Case subject) => CaseRights.Of(caller, subject).HasFlag(CaseRight.Read);
}
