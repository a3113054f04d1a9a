namespace SmeOrleans.Domain.JointMeetings;

/// <summary>One change that the meeting makes to what the ranking gives (J-3).</summary>
[GenerateSerializer, Immutable, Alias("sme.MeetingChange")]
public sealed record MeetingChange(
    MeetingChangeKind Kind, string Item, string Case, Budget? Budget, string FromLine, string ToLine, Ntd Amount, string Reason, string By, DateTimeOffset At);

/// <summary>What a change does.</summary>
public enum MeetingChangeKind
{
    Unspecified,

    /// <summary>Another amount for a case.</summary>
    ChangeAmount,

    /// <summary>Approve it whatever its rank, if its line can carry it.</summary>
    Approve,

    /// <summary>Keep it off the approved list: it goes to the reserve in its order.</summary>
    HoldBack,

    /// <summary>Decline it.</summary>
    Decline,

    /// <summary>Move money between budget lines.</summary>
    MoveMoney,

    /// <summary>Lower the cut: approve no more than so many entries of a line by rank.</summary>
    LimitCount,
}
