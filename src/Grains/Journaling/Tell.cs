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

    /// <summary>To a case: its session has changed who reviews it, or was closed.</summary>
    FollowSession,

    /// <summary>To a case: the joint meeting has ranked it or decided.</summary>
    FollowMeeting,

    /// <summary>To a session: the case has left.</summary>
    LeaveSession,

    /// <summary>To a joint meeting: the case has left, or could not be approved.</summary>
    ReleasePlace,

    /// <summary>To a panel: one of its sessions was scheduled.</summary>
    CallSession,

    /// <summary>To a reviewer: a session wants to hear of its ties.</summary>
    JoinSession,

    /// <summary>To a session: a reviewer's ties have changed.</summary>
    FollowTies,

    /// <summary>To a session: its panel was seated anew.</summary>
    FollowPanel,

    /// <summary>To a reviewer: a conflict was declared in a session; it holds wherever the case or project comes next.</summary>
    RecordTie,

    /// <summary>To a unit: one of its cases had a major anomaly .</summary>
    RecordMajorAnomaly,

    /// <summary>To a case: another case has left their common project (F-3).</summary>
    FollowProject,
}
