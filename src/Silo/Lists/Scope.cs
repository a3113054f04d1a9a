using SmeOrleans.Silo.Lists.Filters;

namespace SmeOrleans.Silo.Lists;

/// <summary>What of a list the caller may see. It is not part of the filter, so no filter can widen it.</summary>
internal static class Scope
{
    public static SqlCondition Of(string round, string? onlyUnit) =>
        SqlCondition.Of("round = @round", ("round", round)).And(OfUnit("unit", onlyUnit));

    public static SqlCondition OfUnit(string column, string? onlyUnit) =>
        onlyUnit is null ? SqlCondition.Always : SqlCondition.Of($"{column} = @only_unit", ("only_unit", onlyUnit));
}
