namespace SmeOrleans.Silo.Projections;

/// <summary>A column derived from a state. None is ever null: absent text is empty.</summary>
public sealed record Column<TState>(string Name, ColumnType Type, Func<TState, object> Value);

/// <summary>What a column holds.</summary>
public enum ColumnType
{
    Text,

    /// <summary>Whole number, or a flag 0/1.</summary>
    Number,
}
