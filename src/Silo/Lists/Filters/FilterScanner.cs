using System.Text;

namespace SmeOrleans.Silo.Lists.Filters;

/// <summary>Cuts a filter into words (AIP-160).</summary>
internal static class FilterScanner
{
    private static readonly string[] Operators = ["!=", "<=", ">=", "=", "<", ">", ":"];

    public static List<FilterToken> Scan(string text)
    {
        var tokens = new List<FilterToken>();
        var at = 0;
        while (true)
        {
            while (at < text.Length && char.IsWhiteSpace(text[at]))
            {
                at++;
            }

            var token = Next(text, ref at);
            tokens.Add(token);
            if (token.Kind == FilterTokenKind.End)
            {
                return tokens;
            }
        }
    }

    private static FilterToken Next(string text, ref int at)
    {
        var start = at;
        if (at == text.Length)
        {
            return Token(FilterTokenKind.End, "");
        }

        switch (text[at])
        {
            case '(':
                at++;
                return Token(FilterTokenKind.Open, "(");
            case ')':
                at++;
                return Token(FilterTokenKind.Close, ")");
            case '"' or '\'':
                return Token(FilterTokenKind.Quoted, Quoted(text, ref at));
            case '-' when at + 1 < text.Length && (char.IsAsciiLetter(text[at + 1]) || text[at + 1] == '('):
                at++;
                return Token(FilterTokenKind.Minus, "-");
        }

        if (Operators.FirstOrDefault(symbol => text.AsSpan(start).StartsWith(symbol, StringComparison.Ordinal)) is { } found)
        {
            at += found.Length;
            return Token(FilterTokenKind.Operator, found);
        }

        var word = Word(text, ref at);
        return word.Length > 0
            ? Token(FilterTokenKind.Word, word)
            : throw new FilterError(PositionOf(text, start), $"'{Rune.GetRuneAt(text, start)}' has no meaning here; quote values that are not plain words");

        FilterToken Token(FilterTokenKind kind, string content) => new(kind, content, PositionOf(text, start));
    }

    private static string Word(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && IsWord(text, at))
        {
            at++;
        }

        return text[start..at];
    }

    // A colon inside a word is part of it only in a time such as 2018-02-13T09:00:00; everywhere else it is 'has'.
    private static bool IsWord(string text, int at) => text[at] switch
    {
        '_' or '-' or '.' or '/' or '+' or '*' => true,
        ':' => at > 0 && char.IsAsciiDigit(text[at - 1]) && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]),
        >= (char)0x80 => !char.IsWhiteSpace(text[at]) && !char.IsControl(text[at]),
        var other => char.IsAsciiLetterOrDigit(other),
    };

    private static string Quoted(string text, ref int at)
    {
        var start = at;
        var quote = text[at++];
        var content = new StringBuilder();
        while (at < text.Length && text[at] != quote)
        {
            at += text[at] == '\\' && at + 1 < text.Length ? 1 : 0;
            content.Append(text[at++]);
        }

        if (at == text.Length)
        {
            throw new FilterError(PositionOf(text, start), "the quote is not closed");
        }

        at++;
        return content.ToString();
    }

    private static int PositionOf(string text, int at) => text.AsSpan(0, at).EnumerateRunes().Count() + 1;

    private static int Count(this SpanRuneEnumerator runes)
    {
        var count = 0;
        foreach (var _ in runes)
        {
            count++;
        }

        return count;
    }
}
