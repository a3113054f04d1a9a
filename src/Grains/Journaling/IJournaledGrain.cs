namespace SmeOrleans.Grains.Journaling;

/// <summary>What every journaled grain offers. Its key is the resource name.</summary>
public interface IJournaledGrain<TState, TCommand> : IWakeable
    where TState : class
    where TCommand : class
{
    /// <summary>Authorise, known request?, ask the rules, write, answer.</summary>
    Task<Answer<TState>> Execute(Envelope envelope, TCommand command);

    /// <summary>The committed state, or why the caller may not see it.</summary>
    [AlwaysInterleave]
    Task<Answer<TState>> Read(Caller caller);
}
