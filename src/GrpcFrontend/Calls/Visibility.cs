namespace SmeOrleans.GrpcFrontend.Calls;

/// <summary>What a list may show.</summary>
internal static class Visibility
{
    // The rights on a unit that cannot be tell whether a caller sees cases of every unit; no token can name it.
    private const string Stranger = "";

    /// <summary>The one unit that a caller may see, or null for all.</summary>
    public static string? OnlyUnit(Caller caller) =>
        CaseRights.Of(caller, Stranger).HasFlag(CaseRight.Read) ? null : caller.Unit ?? Stranger;

    public static bool MayRead(Caller caller, string unit) => CaseRights.Of(caller, unit).HasFlag(CaseRight.Read);
}
