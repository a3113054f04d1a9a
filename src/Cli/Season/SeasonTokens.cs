using System.Collections.Concurrent;
using SmeOrleans.Cli.Access;

namespace SmeOrleans.Cli.Season;

/// <summary>The tokens of everybody who takes part in a replay.</summary>
internal sealed class SeasonTokens(IssuerKey key, DateTimeOffset expiresAt)
{
    private readonly ConcurrentDictionary<string, string> ofUnits = new();
    private readonly ConcurrentDictionary<(string Id, bool Chair), string> ofReviewers = new();

    public string Office { get; } = key.Mint("office", "office", null, expiresAt);

    public string Bureau { get; } = key.Mint("bureau", "bureau", null, expiresAt);

    public string Operator { get; } = key.Mint("operator", "operator", null, expiresAt);

    public string Unit(string unitId) => ofUnits.GetOrAdd(unitId, id => key.Mint($"unit-{id}", "unit", $"units/{id}", expiresAt));

    /// <summary>A reviewer's id is the subject of the token.</summary>
    public string Reviewer(string id, bool chair) =>
        ofReviewers.GetOrAdd((id, chair), one => key.Mint(one.Id, one.Chair ? "chair" : "reviewer", null, expiresAt));
}
