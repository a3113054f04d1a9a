namespace SmeOrleans.Grains.Review;

/// <summary>A review session; key <c>rounds/{round}/sessions/{session}</c>.</summary>
[Alias("sme.ISessionGrain")]
public interface ISessionGrain : IJournaledGrain<Session, SessionCommand>;
