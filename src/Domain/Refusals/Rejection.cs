namespace SmeOrleans.Domain.Refusals;

/// <summary>A refusal as a value: which reason, with which facts. Exceptions are for bugs and broken infrastructure.</summary>
/// <param name="Code">Code of a <see cref="Reason"/> in <see cref="Reasons"/>.</param>
/// <param name="Facts">The facts that led to it, by name.</param>
/// <param name="Fields">The fields to blame; empty when none.</param>
[GenerateSerializer, Immutable, Alias("sme.Rejection")]
public sealed record Rejection(string Code, ImmutableSortedDictionary<string, string> Facts, ImmutableList<FieldViolation> Fields)
{
    /// <summary>The catalogue entry.</summary>
    public Reason Reason => Reasons.Of(Code);

    /// <summary>A rejection with facts given as pairs.</summary>
    public static Rejection Because(Reason reason, params ReadOnlySpan<(string Name, object Value)> facts)
    {
        var builder = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in facts)
        {
            builder[name] = Fact.Text(value);
        }

        return new(reason.Code, builder.ToImmutable(), []);
    }

    /// <summary>A rejection of malformed fields.</summary>
    public static Rejection OfFields(params IEnumerable<FieldViolation> fields) =>
        Because(Reasons.FieldInvalid) with { Fields = [.. fields] };
}
