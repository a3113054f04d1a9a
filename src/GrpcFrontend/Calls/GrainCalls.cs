namespace SmeOrleans.GrpcFrontend.Calls;

/// <summary>How methods speak with grains: a refusal ends the call, a deadline is kept.</summary>
internal static class GrainCalls
{
    /// <summary>Gives a command; returns the state after it, which is null for a dry run of a creation.</summary>
    public static async Task<Answer<TState>> Execute<TState, TCommand>(
        this ServerCallContext context, IJournaledGrain<TState, TCommand> grain, TCommand command, WriteRequest request)
        where TState : class
        where TCommand : class
    {
        var answer = await context.Try(grain, command, request, context.ReceivedAt());
        if (answer.Replayed)
        {
            context.TellReplayed();
        }

        return answer.Refusal is null ? answer : throw new RefusedException(answer.Refusal);
    }

    /// <summary>Gives a command; a refusal is a value here.</summary>
    public static Task<Answer<TState>> Try<TState, TCommand>(
        this ServerCallContext context, IJournaledGrain<TState, TCommand> grain, TCommand command, WriteRequest request, DateTimeOffset receivedAt)
        where TState : class
        where TCommand : class
    {
        var envelope = new Envelope(context.Caller(), request.Id, request.Fingerprint, receivedAt, request.ValidateOnly);
        return grain.Execute(envelope, command).WaitAsync(context.CancellationToken);
    }

    /// <summary>The committed state with its version, as the caller may see it.</summary>
    public static async Task<Found<TState>> Read<TState, TCommand>(
        this ServerCallContext context, IJournaledGrain<TState, TCommand> grain)
        where TState : class
        where TCommand : class
    {
        var answer = await grain.Read(context.Caller()).WaitAsync(context.CancellationToken);
        return answer.Refusal is null ? new(answer.State!, answer.Version) : throw new RefusedException(answer.Refusal);
    }

    /// <summary>What a query found; a refusal ends the call.</summary>
    public static async Task<T> OrRefuse<T>(this Task<Read<T>> query) =>
        await query is var found && found.Refusal is null ? found.Value! : throw new RefusedException(found.Refusal!);
}

/// <summary>A state and its version.</summary>
internal sealed record Found<TState>(TState State, long Version);
