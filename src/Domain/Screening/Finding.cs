namespace SmeOrleans.Domain.Screening;

/// <summary>One finding of screening.</summary>
/// <param name="Code">Code of a <see cref="Reason"/>.</param>
/// <param name="Blocks">True: leads to return; false: a flag for people.</param>
[GenerateSerializer, Immutable, Alias("sme.Finding")]
public sealed record Finding(string Code, bool Blocks, ImmutableSortedDictionary<string, string> Facts)
{
    public Rejection AsRejection() => new(Code, Facts, []);
}

/// <summary>Answer of another programme (S-3).</summary>
public enum DuplicateAnswer
{
    Unspecified,
    Clear,
    Duplicate,
    Unknown,
}

/// <summary>What another programme answered about the same work (S-3).</summary>
[GenerateSerializer, Immutable, Alias("sme.DuplicateCheck")]
public sealed record DuplicateCheck(string Programme, DuplicateAnswer Answer, DateTimeOffset RecordedAt);
