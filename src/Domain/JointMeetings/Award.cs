namespace SmeOrleans.Domain.JointMeetings;

/// <summary>What the joint meeting decided of a case. The meeting decides; this is its copy.</summary>
/// <param name="Line">Code of the budget line.</param>
/// <param name="ReserveOrder">Place on the reserve list when it was drawn; 0 = none.</param>
/// <param name="Budget">Approved money; recommended money as long as it is not approved.</param>
/// <param name="PlanDueAt">Last moment for the revised plan, once approved (M-1).</param>
/// <param name="OfferDerivation">How <paramref name="OfferExpiresAt"/> was counted; null when nothing is offered.</param>
/// <param name="PlanDueDerivation">How <paramref name="PlanDueAt"/> was counted; null before approval.</param>
[GenerateSerializer, Immutable, Alias("sme.Award")]
public sealed record Award(
    string Line, int Rank, int ReserveOrder, Budget Budget, DateTimeOffset DecidedAt, DateTimeOffset? OfferExpiresAt, DateTimeOffset? PlanDueAt,
    ImmutableList<DeadlineStep>? OfferDerivation = null, ImmutableList<DeadlineStep>? PlanDueDerivation = null);
