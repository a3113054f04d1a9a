using static SmeOrleans.Silo.Lists.Filters.FilterTokenKind;

namespace SmeOrleans.Silo.Lists.Filters;

/// <summary>
/// Reads a filter (AIP-160). Its own precedence: OR binds closer than AND, and restrictions side by side are an AND.
/// </summary>
internal sealed class FilterReader(List<FilterToken> tokens)
{
    private const int DepthMax = 20;

    private int _at;
    private int _depth;

    private FilterToken Here => tokens[_at];

    public FilterNode Read()
    {
        var whole = ReadAll();
        return Here.Kind == End ? whole : throw new FilterError(Here.Position, $"'{Here.Text}' was not expected");
    }

    private FilterNode ReadAll()
    {
        var parts = new List<FilterNode> { ReadAny() };
        while (Here.Kind is not (End or Close))
        {
            SkipKeyword("AND");
            parts.Add(ReadAny());
        }

        return parts.Count == 1 ? parts[0] : new AllOf([.. parts]);
    }

    private FilterNode ReadAny()
    {
        var parts = new List<FilterNode> { ReadTerm() };
        while (SkipKeyword("OR"))
        {
            parts.Add(ReadTerm());
        }

        return parts.Count == 1 ? parts[0] : new AnyOf([.. parts]);
    }

    private FilterNode ReadTerm()
    {
        if (++_depth > DepthMax)
        {
            throw new FilterError(Here.Position, $"nested deeper than {DepthMax}");
        }

        var term = Here.Kind == Minus || IsKeyword("NOT") ? ReadNot() : Here.Kind == Open ? ReadParenthesis() : ReadRestriction();
        _depth--;
        return term;
    }

    private Not ReadNot()
    {
        _at++;
        return new(ReadTerm());
    }

    private FilterNode ReadParenthesis()
    {
        var open = Take();
        var inner = ReadAll();
        return Take().Kind == Close ? inner : throw new FilterError(open.Position, "the parenthesis is not closed");
    }

    private Restriction ReadRestriction()
    {
        var field = Expect("a field name", Word);
        var comparison = Expect("one of = != < <= > >= :", Operator);
        return new(field, comparison, Expect("a value", Word, Quoted));
    }

    private FilterToken Expect(string what, params ReadOnlySpan<FilterTokenKind> kinds) =>
        kinds.Contains(Here.Kind) && !IsKeyword("AND") && !IsKeyword("OR") && !IsKeyword("NOT")
            ? Take()
            : throw new FilterError(Here.Position, $"{what} is expected{(Here.Kind == End ? "" : $", not '{Here.Text}'")}");

    private bool SkipKeyword(string keyword)
    {
        var there = IsKeyword(keyword);
        _at += there ? 1 : 0;
        return there;
    }

    private bool IsKeyword(string keyword) => Here.Kind == Word && Here.Text == keyword;

    private FilterToken Take() => Here.Kind == End ? Here : tokens[_at++];
}
