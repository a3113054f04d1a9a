using System.Collections.Frozen;
using System.Text;
using SmeOrleans.Domain.Refusals;

namespace SmeOrleans.Silo.Lists.Filters;

/// <summary>The filter language of lists and reports: a subset of AIP-160.</summary>
internal static class Filter
{
    public const int CodePointsMax = 2_000;

    /// <summary>The condition that a filter means, or why it means none.</summary>
    /// <param name="parameterPrefix">Begins the names of its parameters, to tell two filters in one statement apart.</param>
    public static (SqlCondition? Condition, Rejection? Refusal) Read(
        string filter, FrozenDictionary<string, FilterField> fields, string parameterPrefix = "f")
    {
        if (string.IsNullOrWhiteSpace(filter))
        {
            return (SqlCondition.Always, null);
        }

        if (filter.EnumerateRunes().Count() > CodePointsMax)
        {
            return (null, Refuse($"longer than {CodePointsMax} characters"));
        }

        try
        {
            return (new FilterWriter(fields, parameterPrefix).Write(new FilterReader(FilterScanner.Scan(filter)).Read()), null);
        }
        catch (FilterError error)
        {
            return (null, Refuse(error.Message));
        }
    }

    private static Rejection Refuse(string description) => Rejection.OfFields(new FieldViolation("filter", description));
}
