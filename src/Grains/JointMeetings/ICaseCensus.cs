namespace SmeOrleans.Grains.JointMeetings;

/// <summary>Which cases of a round are in which state, by the lists; the answer includes every write acknowledged before the call.</summary>
public interface ICaseCensus
{
    /// <summary>Resource names in order of name.</summary>
    Task<ImmutableList<string>> InStatesAsync(string round, params ImmutableArray<CaseState> states);
}
