namespace SmeOrleans.Silo.Lists.Filters;

/// <summary>Leaves the reader of a filter at the first mistake; never leaves <see cref="Filter"/>.</summary>
/// <param name="position">Code point counted from 1.</param>
internal sealed class FilterError(int position, string message) : Exception($"at position {position}: {message}");
