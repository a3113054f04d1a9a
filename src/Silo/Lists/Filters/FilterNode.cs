using System.Collections.Immutable;

namespace SmeOrleans.Silo.Lists.Filters;

/// <summary>A filter as read.</summary>
internal abstract record FilterNode;

internal sealed record AllOf(ImmutableArray<FilterNode> Parts) : FilterNode;

internal sealed record AnyOf(ImmutableArray<FilterNode> Parts) : FilterNode;

internal sealed record Not(FilterNode Inner) : FilterNode;

/// <summary><c>field operator value</c>.</summary>
internal sealed record Restriction(FilterToken Field, FilterToken Operator, FilterToken Value) : FilterNode;
