using System.Collections.Immutable;
using Dapper;

namespace SmeOrleans.Silo.Lists.Filters;

/// <summary>A condition and its parameters. The text is put together from constants of this code; what a caller wrote is a parameter.</summary>
internal sealed record SqlCondition(string Sql, ImmutableArray<(string Name, object Value)> Parameters)
{
    public static readonly SqlCondition Always = new("1 = 1", []);

    public static SqlCondition Of(string sql, params ImmutableArray<(string Name, object Value)> parameters) => new(sql, parameters);

    public SqlCondition And(SqlCondition other) => new($"({Sql}) AND ({other.Sql})", [.. Parameters, .. other.Parameters]);

    public SqlCondition Or(SqlCondition other) => new($"({Sql}) OR ({other.Sql})", [.. Parameters, .. other.Parameters]);

    public DynamicParameters Bind()
    {
        var bound = new DynamicParameters();
        foreach (var (name, value) in Parameters)
        {
            bound.Add(name, value);
        }

        return bound;
    }
}
