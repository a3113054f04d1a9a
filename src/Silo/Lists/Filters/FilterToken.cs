namespace SmeOrleans.Silo.Lists.Filters;

/// <summary>A word of a filter.</summary>
/// <param name="Text">Without quotes and escapes.</param>
/// <param name="Position">Of its first code point, counted from 1.</param>
internal sealed record FilterToken(FilterTokenKind Kind, string Text, int Position);

internal enum FilterTokenKind
{
    /// <summary>A field name, a keyword or a bare value.</summary>
    Word,

    /// <summary>A quoted value.</summary>
    Quoted,

    /// <summary><c>= != &lt; &lt;= &gt; &gt;= :</c></summary>
    Operator,
    Open,
    Close,

    /// <summary><c>-</c> before a restriction or parenthesis.</summary>
    Minus,
    End,
}
