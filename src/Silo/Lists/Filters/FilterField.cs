using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using SmeOrleans.Silo.Projections;
using SmeOrleans.Silo.Storage;

namespace SmeOrleans.Silo.Lists.Filters;

/// <summary>A field that a filter may name, the SQL expression behind it and how its values are read.</summary>
/// <param name="Sql">Written in code, never from a request.</param>
internal abstract record FilterField(string Sql)
{
    protected static readonly ImmutableArray<string> Equality = ["=", "!=", ":"];
    protected static readonly ImmutableArray<string> Ordering = ["=", "!=", "<", "<=", ">", ">=", ":"];

    public abstract ImmutableArray<string> Operators { get; }

    /// <summary>Condition that the field is there at all.</summary>
    public virtual string Present => $"{Sql} <> ''";

    /// <summary>True where <c>:</c> looks inside the text instead of comparing it.</summary>
    public virtual bool HasLooksInside => false;

    /// <summary>The value to compare with.</summary>
    public abstract object Read(FilterToken value);
}

/// <summary>Text; <paramref name="Prefix"/> is put before a value that lacks it, so that ids stand for resource names.</summary>
internal sealed record TextField(string Sql, string Prefix = "") : FilterField(Sql)
{
    public override ImmutableArray<string> Operators => Ordering;

    public override bool HasLooksInside => true;

    public override object Read(FilterToken value)
    {
        var text = Normal(value);
        return text.Length > 0 && !text.Contains('/') ? Prefix + text : text;
    }

    /// <summary>NFC, as text is stored; PostgreSQL's text cannot hold a NUL.</summary>
    public static string Normal(FilterToken value) => value.Text.Contains('\0')
        ? throw new FilterError(value.Position, "text has no NUL")
        : value.Text.Normalize(NormalizationForm.FormC);
}

/// <summary>An enum by its proto value names without prefix.</summary>
internal sealed record EnumField<T>(string Sql) : FilterField(Sql)
    where T : struct, Enum
{
    private static readonly ImmutableArray<string> Names =
        [.. Enum.GetNames<T>().Where(name => name is not ("None" or "Unspecified")).Select(SqlText.EnumName)];

    public override ImmutableArray<string> Operators => Equality;

    public override object Read(FilterToken value) => Names.Contains(value.Text.ToUpperInvariant())
        ? value.Text.ToUpperInvariant()
        : throw new FilterError(value.Position, $"'{value.Text}' is none of {string.Join(", ", Names)}");
}

/// <summary>One of words that are no enum of the domain.</summary>
internal sealed record WordField(string Sql, params ImmutableArray<string> Words) : FilterField(Sql)
{
    public override ImmutableArray<string> Operators => Equality;

    public override object Read(FilterToken value) => Words.Contains(value.Text.ToUpperInvariant())
        ? value.Text.ToUpperInvariant()
        : throw new FilterError(value.Position, $"'{value.Text}' is none of {string.Join(", ", Words)}");
}

/// <summary>A whole number.</summary>
internal sealed record NumberField(string Sql) : FilterField(Sql)
{
    public override ImmutableArray<string> Operators => Ordering;

    public override string Present => $"{Sql} IS NOT NULL";

    public override object Read(FilterToken value) => long.TryParse(value.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw new FilterError(value.Position, $"'{value.Text}' is not a whole number");
}

/// <summary><c>true</c> or <c>false</c>.</summary>
internal sealed record FlagField(string Sql) : FilterField(Sql)
{
    public override ImmutableArray<string> Operators => Equality;

    public override string Present => $"{Sql} = 1";

    public override object Read(FilterToken value) => bool.TryParse(value.Text, out var flag)
        ? SqlText.Flag(flag)
        : throw new FilterError(value.Position, $"'{value.Text}' is neither true nor false");
}

/// <summary>An instant in RFC 3339, or a date, which is its first instant in Taipei. An absent time meets no comparison but <c>!=</c>.</summary>
internal sealed record TimeField(string Sql) : FilterField(Sql)
{
    private static readonly string[] Formats =
    [
        "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd",
    ];

    public override ImmutableArray<string> Operators => Ordering;

    public override object Read(FilterToken value)
    {
        if (!DateTime.TryParseExact(value.Text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time) || time.Year is < 1900 or > 2999)
        {
            throw new FilterError(value.Position, $"'{value.Text}' is no time such as 2018-02-13T09:00:00+08:00 and no date");
        }

        return UtcText.Of(time.Kind == DateTimeKind.Unspecified ? new DateTimeOffset(time, Domain.Calendar.Taipei.Offset) : new DateTimeOffset(time));
    }
}
