using System.Collections.Frozen;
using SmeOrleans.Domain.Refusals;

namespace SmeOrleans.Silo.Lists;

/// <summary>By what, and in which direction, a list is ordered (AIP-132).</summary>
internal sealed record ListOrder(string Sql, bool Descending)
{
    public string Direction => Descending ? "DESC" : "ASC";

    /// <summary>Which of two values comes later in the list, as SQL.</summary>
    public string Later => Descending ? "<" : ">";

    public static (ListOrder? Order, Rejection? Refusal) Read(string text, FrozenDictionary<string, string> orders)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return words switch
        {
            [var name] when orders.TryGetValue(name, out var sql) => (new(sql, false), null),
            [var name, "asc" or "desc"] when orders.TryGetValue(name, out var sql) => (new(sql, words[1] == "desc"), null),
            _ => (null, Rejection.OfFields(new FieldViolation(
                "order_by", $"must be one of {string.Join(", ", orders.Keys.Order(StringComparer.Ordinal))}, each with or without ' desc'"))),
        };
    }
}
