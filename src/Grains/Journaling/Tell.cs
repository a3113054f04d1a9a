namespace SmeOrleans.Grains.Journaling;

/// <summary>
/// Something that another grain must hear of. It is written with the events that cause it, delivered at once, and again
/// on the next wake-up until the other grain has answered; the receiver treats it as idempotent.
/// </summary>
/// <param name="Target">Resource name of the grain to tell.</param>
/// <param name="About">Resource name of the grain that tells.</param>
[GenerateSerializer, Immutable, Alias("sme.Tell")]
public sealed record Tell(TellKind Kind, string Target, string About);

/// <summary>What there is to tell.</summary>
public enum TellKind
{
    /// <summary>To a company: the case has left; free its place.</summary>
    ReleaseQuota,

    /// <summary>To a common project: the case has left.</summary>
    DropCase,

    /// <summary>To a unit: the case no longer counts against its cap.</summary>
    UncountApplication,
}
