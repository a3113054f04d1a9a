using System.Collections.Immutable;
using System.Globalization;
using Dapper;
using SmeOrleans.Domain.Refusals;
using SmeOrleans.GrpcFrontend.ReadModels;
using SmeOrleans.Silo.Lists.Filters;
using SmeOrleans.Silo.Storage;

namespace SmeOrleans.Silo.Lists;

/// <summary>
/// Reads one page by key: the cost of a page does not grow with its number, and an item that is added or goes
/// meanwhile makes no other item appear twice or not at all.
/// </summary>
internal sealed class ListReader(IDatabase database)
{
    /// <param name="scope">What the caller may see, and the parent.</param>
    /// <param name="more">Parameters of the shape's expressions; they may differ from page to page.</param>
    public async Task<Read<Page<T>>> ReadAsync<TRow, T>(
        ListShape shape, SqlCondition scope, ListQuery query, Func<TRow, T> map, CancellationToken cancellation,
        params ImmutableArray<(string Name, object Value)> more)
        where TRow : ListRow
    {
        var orderText = query.OrderBy.Length == 0 ? shape.DefaultOrder : query.OrderBy;
        var (matching, badFilter) = Filter.Read(query.Filter, shape.Fields);
        var (order, badOrder) = ListOrder.Read(orderText, shape.Orders);
        string[] bound = [shape.Table, .. scope.Parameters.Select(parameter => $"{parameter.Name}={parameter.Value}"), query.Filter, orderText];
        var (token, badToken) = string.IsNullOrEmpty(query.PageToken) ? (null, null) : PageToken.Read(query.PageToken, bound);
        if ((badFilter ?? badOrder ?? badToken) is { } refusal)
        {
            return new(null, refusal);
        }

        var (rows, total) = await QueryAsync<TRow>(shape, scope.And(matching!).And(SqlCondition.Of("1 = 1", more)), order!, token, query.PageSize, cancellation);
        var items = rows.Take(query.PageSize).ToList();
        var next = rows.Count > query.PageSize ? new PageToken(items[^1].Sorted, items[^1].Key).Write(bound) : null;
        return new(new([.. items.Select(map)], next, total), null);
    }

    private async Task<(List<TRow> Rows, long Total)> QueryAsync<TRow>(
        ListShape shape, SqlCondition condition, ListOrder order, PageToken? token, int size, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var snapshot = await database.BeginReadingAsync(connection, cancellation);
        var total = await connection.QuerySingleAsync<long>(new CommandDefinition(
            $"SELECT COUNT(*) FROM {shape.Table} WHERE {condition.Sql}", condition.Bind(), snapshot, cancellationToken: cancellation));
        var page = token is null ? condition : condition.And(After(shape, order, token));
        var rows = await connection.QueryAsync<TRow>(new CommandDefinition(
            $"SELECT {order.Sql} AS Sorted, {shape.Key} AS Key, {shape.Select} FROM {shape.Table} WHERE {page.Sql} "
            + $"ORDER BY {order.Sql} {order.Direction}, {shape.Key} {order.Direction} LIMIT {Limit(size)}",
            page.Bind(), snapshot, cancellationToken: cancellation));
        return (rows.AsList(), total);
    }

    private static SqlCondition After(ListShape shape, ListOrder order, PageToken token) =>
        SqlCondition.Of($"({order.Sql}, {shape.Key}) {order.Later} (@sorted, @key)", ("sorted", token.Sorted), ("key", token.Key));

    // One more than asked for tells whether there is a next page.
    private static string Limit(int size) => (size + 1).ToString(CultureInfo.InvariantCulture);
}

/// <summary>What every row of a list has.</summary>
internal class ListRow
{
    public required object Sorted { get; init; }

    public required string Key { get; init; }
}
