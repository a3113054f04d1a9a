using SmeOrleans.GrpcFrontend.ReadModels;
using SmeOrleans.Silo.Lists.Filters;
using SmeOrleans.Silo.Projections;

namespace SmeOrleans.Silo.Lists;

/// <summary>What of a list the caller may see. It is not part of the filter, so no filter can widen it.</summary>
internal static class Scope
{
    public static SqlCondition Of(string round, string? onlyUnit) =>
        SqlCondition.Of("round = @round", ("round", round)).And(OfUnit("unit", onlyUnit));

    /// <summary>Cases of a round that a caller may see.</summary>
    public static SqlCondition Of(string round, CaseScope scope) =>
        SqlCondition.Of("round = @round", ("round", round)).And(OfCases("cases.name", "unit", scope));

    /// <summary>Rows about cases that a caller may see: of its unit, reviewed by it, and never one from which it is recused.</summary>
    /// <param name="caseColumn">Column of the case's name, with its table.</param>
    public static SqlCondition OfCases(string caseColumn, string unitColumn, CaseScope scope)
    {
        var seen = scope.Every ? SqlCondition.Always : OfUnit(unitColumn, scope.Unit ?? "").Or(Seated(caseColumn, scope));
        return scope.Recused is { } recused
            ? seen.And(SqlCondition.Of($"NOT EXISTS ({Seats(caseColumn)} AND seat.reviewer = @recused AND seat.recused = 1)", ("recused", recused)))
            : seen;
    }

    /// <summary>Sessions in which a reviewer sits; null = all.</summary>
    public static SqlCondition OfMember(string? onlyMember) => onlyMember is null
        ? SqlCondition.Always
        : SqlCondition.Of(
            $"EXISTS (SELECT 1 FROM {SeatTables.Members} seat WHERE seat.session_name = sessions.name AND seat.reviewer = @member)", ("member", onlyMember));

    private static SqlCondition Seated(string caseColumn, CaseScope scope) => scope.Reviewer is { } reviewer
        ? SqlCondition.Of(
            $"EXISTS ({Seats(caseColumn)} AND seat.reviewer = @reviewer AND {(scope.Presides ? "seat.as_chair" : "seat.as_reviewer")} = 1)", ("reviewer", reviewer))
        : SqlCondition.Of("1 = 0");

    private static string Seats(string caseColumn) => $"SELECT 1 FROM {SeatTables.Cases} seat WHERE seat.case_name = {caseColumn}";

    public static SqlCondition OfUnit(string column, string? onlyUnit) =>
        onlyUnit is null ? SqlCondition.Always : SqlCondition.Of($"{column} = @only_unit", ("only_unit", onlyUnit));
}
