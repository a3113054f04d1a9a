namespace SmeOrleans.Grains.JointMeetings;

/// <summary>The joint meeting of a round, one each; key <c>rounds/{round}/jointMeeting</c>.</summary>
[Alias("sme.IJointMeetingGrain")]
public interface IJointMeetingGrain : IJournaledGrain<JointMeeting, JointMeetingCommand>;
