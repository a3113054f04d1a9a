namespace SmeOrleans.GrpcFrontend.Calls;

/// <summary>What a list may show.</summary>
internal static class Visibility
{
    // The rights of a stranger's unit tell whether a caller sees cases of every unit.
    private const string Stranger = "units/-";

    /// <summary>The one unit that a caller may see, or null for all.</summary>
    public static string? OnlyUnit(Caller caller) =>
        CaseRights.Of(caller, Stranger).HasFlag(CaseRight.Read) ? null : caller.Unit ?? Stranger;

    public static bool MayRead(Caller caller, string unit) => CaseRights.Of(caller, unit).HasFlag(CaseRight.Read);
}
