using System.Collections.Frozen;
using SmeOrleans.Silo.Lists.Filters;

namespace SmeOrleans.Silo.Lists;

/// <summary>What a list can be filtered and ordered by. Every SQL expression here is written in code.</summary>
/// <param name="Table">Table that has a key column, unique, that breaks ties.</param>
/// <param name="Select">Columns of an item.</param>
/// <param name="Orders">Names of <c>order_by</c> → SQL expression.</param>
/// <param name="DefaultOrder">An <c>order_by</c> text.</param>
internal sealed record ListShape(
    string Table, string Key, string Select, FrozenDictionary<string, FilterField> Fields, FrozenDictionary<string, string> Orders, string DefaultOrder);
