namespace SmeOrleans.Domain.Cases;

/// <summary>What the grain gathers before it asks the rules. A fact that a command does not need may be null.</summary>
/// <param name="ReceivedAt">When the complete request reached the service: the time that counts (W-1).</param>
/// <param name="Version">Version of the case as stored.</param>
/// <param name="Obstacles">What the company's quotas say of this case.</param>
/// <param name="QuotaRefusal">The company's refusal to reserve a place, in rounds that refuse at intake.</param>
/// <param name="UnitRefusal">The unit's refusal to count one more application (U-4).</param>
/// <param name="ProjectRefusal">The common project's refusal to take the case.</param>
/// <param name="Receipt">The receipt that a submission would get.</param>
/// <param name="Session">The session that a command follows.</param>
/// <param name="Meeting">The joint meeting of the round, for commands that follow it.</param>
public sealed record CaseFacts(
    DateTimeOffset ReceivedAt,
    long Version,
    Round Round,
    Unit? Unit = null,
    Company? Company = null,
    ImmutableList<QuotaObstacle>? Obstacles = null,
    CommonProject? Project = null,
    Rejection? QuotaRefusal = null,
    Rejection? UnitRefusal = null,
    Rejection? ProjectRefusal = null,
    Receipt? Receipt = null,
    Session? Session = null,
    JointMeeting? Meeting = null);
