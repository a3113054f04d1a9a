namespace SmeOrleans.Domain.Refusals;

/// <summary>One entry of the catalogue of refusals. Texts may name facts in braces, e.g. <c>{close_time}</c>.</summary>
/// <param name="Code">Stable code, e.g. <c>quota.year</c>.</param>
/// <param name="Rule">Rule id of the programme, e.g. <c>Q-2</c>, or the AIP number.</param>
/// <param name="Kind">What sort of refusal it is.</param>
/// <param name="Zh">Sentence in zh-TW.</param>
/// <param name="En">Sentence in English.</param>
/// <param name="RemedyZh">What to do, in zh-TW.</param>
/// <param name="RemedyEn">What to do, in English.</param>
public sealed record Reason(string Code, string Rule, RefusalKind Kind, string Zh, string En, string RemedyZh, string RemedyEn)
{
    /// <summary>The name on the wire (AIP-193), e.g. <c>QUOTA_YEAR</c>.</summary>
    public string WireName { get; } = Code.Replace('.', '_').ToUpperInvariant();
}
