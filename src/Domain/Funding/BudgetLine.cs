namespace SmeOrleans.Domain.Funding;

/// <summary>Money of a round set aside for some of its cases (J-2).</summary>
/// <param name="Mode">Cases of this mode only; unspecified = both.</param>
/// <param name="Groups">Cases of these groups only; empty = all.</param>
[GenerateSerializer, Immutable, Alias("sme.BudgetLine")]
public sealed record BudgetLine(string Code, string DisplayName, CaseMode Mode, ImmutableList<string> Groups, Ntd Amount)
{
    public bool Carries(CaseMode mode, string group) =>
        (Mode == CaseMode.Unspecified || Mode == mode) && (Groups.IsEmpty || Groups.Contains(group));
}
