using System.Collections.Frozen;
using System.Globalization;

namespace SmeOrleans.Silo.Lists.Filters;

/// <summary>Writes a filter as a condition, with every field from the list of fields and every value as a parameter.</summary>
internal sealed class FilterWriter(FrozenDictionary<string, FilterField> fields, string parameterPrefix)
{
    private const int RestrictionsMax = 100;

    private readonly List<(string Name, object Value)> _parameters = [];
    private int _restrictions;

    public SqlCondition Write(FilterNode whole) => new(Text(whole), [.. _parameters]);

    private string Text(FilterNode node) => node switch
    {
        AllOf all => $"({string.Join(" AND ", all.Parts.Select(Text).ToList())})",
        AnyOf any => $"({string.Join(" OR ", any.Parts.Select(Text).ToList())})",
        Not not => $"(NOT {Text(not.Inner)})",
        Restriction restriction => Text(restriction),
        _ => throw new InvalidOperationException($"Unknown node {node.GetType().Name}"),
    };

    private string Text(Restriction it)
    {
        if (++_restrictions > RestrictionsMax)
        {
            throw new FilterError(it.Field.Position, $"more than {RestrictionsMax} restrictions");
        }

        if (!fields.TryGetValue(it.Field.Text, out var field))
        {
            throw new FilterError(it.Field.Position, $"'{it.Field.Text}' is none of the fields {string.Join(", ", fields.Keys.Order(StringComparer.Ordinal))}");
        }

        if (!field.Operators.Contains(it.Operator.Text))
        {
            throw new FilterError(it.Operator.Position, $"'{it.Field.Text}' takes only {string.Join(' ', field.Operators)}");
        }

        return it switch
        {
            { Operator.Text: ":", Value: { Kind: FilterTokenKind.Word, Text: "*" } } => $"({field.Present})",
            { Operator.Text: ":" } when field.HasLooksInside => Inside(field, it.Value),
            _ => Comparison(field, it),
        };
    }

    private string Comparison(FilterField field, Restriction it)
    {
        var parameter = Parameter(field.Read(it.Value));
        var comparison = it.Operator.Text switch { ":" or "=" => "=", "!=" => "<>", "<" => "<", "<=" => "<=", ">" => ">", _ => ">=" };
        var compared = $"{field.Sql} {comparison} {parameter}";
        return field is TimeField && comparison != "<>" ? $"({field.Present} AND {compared})" : $"({compared})";
    }

    // Lower case on both sides, because LIKE heeds case on PostgreSQL and not on SQLite; both lower ASCII alone.
    private string Inside(FilterField field, FilterToken value)
    {
        var text = LowerAscii(TextField.Normal(value));
        var pattern = text.Replace("\\", "\\\\").Replace("%", "\\%").Replace("_", "\\_");
        return $"(LOWER({field.Sql}) LIKE {Parameter($"%{pattern}%")} ESCAPE '\\')";
    }

    private static string LowerAscii(string text) =>
        string.Concat(text.Select(letter => char.IsAsciiLetterUpper(letter) ? char.ToLowerInvariant(letter) : letter));

    private string Parameter(object value)
    {
        var name = parameterPrefix + _parameters.Count.ToString(CultureInfo.InvariantCulture);
        _parameters.Add((name, value));
        return "@" + name;
    }
}
