using System.Globalization;
using Orleans.Storage;

namespace SmeOrleans.Grains.Journaling;

/// <summary>
/// A grain whose every command takes the same five steps. Subclasses say who may, which rules decide and what follows
/// from an event; they contain no rule themselves. The state that readers see is replaced only after its write is durable.
/// </summary>
public abstract partial class JournaledGrain<TState, TEvent, TCommand>(
    IPersistentState<Journaled<TState>> store, TimeProvider clock, ITellCourier courier)
    : Grain, IJournaledGrain<TState, TCommand>
    where TState : class
    where TEvent : class
    where TCommand : class
{
    // More than people ever do to one case; submissions are kept whatever comes after them (W-2).
    private const int RequestsRemembered = 256;
    private static readonly TimeSpan ConfirmAfter = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan TellAgainAfter = TimeSpan.FromSeconds(30);

    // Two grains that people command at the same moment may each wait for the other to hear: well before Orleans gives up on
    // them, each goes on. Real time: it bounds calls, not the programme.
    private static readonly TimeSpan ToldPatience = TimeSpan.FromSeconds(12);

    private Journaled<TState>? _committed;
    private bool _outcomeUnknown;
    private int _underWay;

    /// <summary>Resource name; the grain's key.</summary>
    protected string Name => this.GetPrimaryKeyString();

    /// <summary>Committed state, or null before the first write.</summary>
    protected TState? State => Committed.State;

    /// <summary>Version of the last write that changed the state; 0 before the first. This is the etag that clients see.</summary>
    protected long Version => Committed.StateVersion;

    /// <summary>A command is being decided or written, or a write's outcome is not known yet.</summary>
    protected bool IsUndecided => _underWay > 0 || _outcomeUnknown;

    protected DateTimeOffset Now => clock.GetUtcNow();

    private Journaled<TState> Committed => _committed ??= store.State;

    public async Task<Answer<TState>> Execute(Envelope envelope, TCommand command)
    {
        _underWay++;
        try
        {
            return await Answer(envelope, command);
        }
        finally
        {
            _underWay--;
        }
    }

    private async Task<Answer<TState>> Answer(Envelope envelope, TCommand command)
    {
        await ReadAgainAfterUnknownOutcome();
        if (Authorise(envelope.Caller, command) is { } forbidden)
        {
            return Refused(forbidden);
        }

        if (Committed.Requests.GetValueOrDefault(envelope.RequestId) is { } known)
        {
            return known.Fingerprint == envelope.Fingerprint
                ? Accepted(replayed: true)
                : Refused(Rejection.Because(Reasons.RequestReused, ("request_id", envelope.RequestId)));
        }

        var decision = await Decide(envelope, command);
        if (decision.Refusal is not null)
        {
            return Refused(decision.Refusal);
        }

        if (envelope.ValidateOnly)
        {
            // As the real call would answer (AIP-163), but under the version that still holds.
            return new(decision.Events.Aggregate(State, Apply), Version, Refusal: null, Replayed: false);
        }

        if (decision.Events.IsEmpty && RequestIdOf(envelope) is null && ReservedBy(command) is null)
        {
            return Accepted(replayed: false);
        }

        await Write(envelope, command, decision.Events);
        return Accepted(replayed: false);
    }

    public Task<Answer<TState>> Read(Caller caller) => Task.FromResult(
        State is null || !MayRead(caller) ? Refused(Unknown) : Accepted(replayed: false));

    public async Task Wake()
    {
        await ReadAgainAfterUnknownOutcome();
        await Keep();
        await OnDue();
    }

    /// <summary>Why the caller may not give this command, or null.</summary>
    protected abstract Rejection? Authorise(Caller caller, TCommand command);

    /// <summary>Whether the caller may see the state.</summary>
    protected abstract bool MayRead(Caller caller);

    /// <summary>Gathers facts and asks the rules.</summary>
    protected abstract ValueTask<Decision<TEvent>> Decide(Envelope envelope, TCommand command);

    /// <summary>The state after an event.</summary>
    protected abstract TState Apply(TState? state, TEvent happened);

    /// <summary>Who outside is told of an event.</summary>
    protected virtual IEnumerable<Notice> Notify(TState after, TEvent happened) => [];

    /// <summary>Which grains must hear of an event.</summary>
    protected virtual IEnumerable<Tell> Telling(TState? before, TState after, TEvent happened) => [];

    /// <summary>The case that takes a place here by this command, or null.</summary>
    protected virtual string? ReservedBy(TCommand command) => null;

    /// <summary>The command that frees a case's place.</summary>
    protected virtual TCommand Free(string caseName) => throw new NotSupportedException();

    /// <summary>When the state wants attention by itself, or null.</summary>
    protected virtual DateTimeOffset? DueAt(TState state) => null;

    /// <summary>Does what is due by the state.</summary>
    protected virtual Task OnDue() => Task.CompletedTask;

    /// <summary>Whether a request must be remembered for ever.</summary>
    protected virtual bool IsForEver(TCommand command) => false;

    /// <summary>Whether the answer waits for those told though the service itself commands: where none of them could wait for this grain.</summary>
    protected virtual bool WaitsForTold(TCommand command) => false;

    /// <summary>After a write: for caches that hold this state.</summary>
    protected virtual void OnWritten()
    {
    }

    /// <summary>An envelope of the service's own.</summary>
    protected Envelope FromService() => new(Caller.Service, Guid.Empty, "", Now, ValidateOnly: false);

    /// <summary>'Forbidden' looks like 'missing' (AIP-211).</summary>
    protected Rejection Unknown => Rejection.Because(Reasons.ResourceUnknown, ("name", Name));

    private async Task Write(Envelope envelope, TCommand command, ImmutableList<TEvent> events)
    {
        var state = State;
        var notices = ImmutableList.CreateBuilder<Notice>();
        var tells = ImmutableList.CreateBuilder<Tell>();
        foreach (var happened in events)
        {
            var before = state;
            state = Apply(before, happened);
            tells.AddRange(Telling(before, state, happened));
            notices.AddRange(Notify(state, happened));
        }

        await Store(new Journaled<TState>
        {
            State = state,
            StateVersion = events.IsEmpty ? Version : StoredVersion + 1,
            Requests = Remember(envelope, command),
            Untold = [.. Committed.Untold.Union(tells)],
            Unconfirmed = Reserving(command),
        }.Writing(new([.. events], RequestIdOf(envelope), envelope.Caller.ToString(), envelope.ReceivedAt, notices.ToImmutable())));
        var told = Tell([.. tells.Distinct()]);
        // A caller's answer includes what others do about it. What the service itself commands is often told by a grain that
        // waits for the answer: to wait for that grain here would be a circle. What is untold is told again on waking.
        if (!envelope.Caller.Is(Role.System) || WaitsForTold(command))
        {
            await ((Task)told).WaitAsync(ToldPatience).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        }
    }

    private ImmutableList<Reservation> Reserving(TCommand command) => ReservedBy(command) is { } name
        ? Committed.Unconfirmed.RemoveAll(one => one.Case == name).Add(new(name, Now))
        : Committed.Unconfirmed;

    private long StoredVersion => store.RecordExists ? long.Parse(store.Etag!, CultureInfo.InvariantCulture) : 0;

    private async Task Store(Journaled<TState> next)
    {
        next.WakeAt = WakeAt(next);
        store.State = next;
        try
        {
            await store.WriteStateAsync();
        }
        catch
        {
            // It may have been written or not. Nobody gets an answer from this activation before it has looked.
            store.State = Committed;
            _outcomeUnknown = true;
            DeactivateOnIdle();
            throw;
        }

        _committed = next;
        OnWritten();
    }

    private async Task ReadAgainAfterUnknownOutcome()
    {
        if (_outcomeUnknown)
        {
            await store.ReadStateAsync();
            _committed = store.State;
            _outcomeUnknown = false;
        }
    }

    private ImmutableDictionary<Guid, RememberedRequest> Remember(Envelope envelope, TCommand command)
    {
        var requests = Committed.Requests;
        if (RequestIdOf(envelope) is not { } id)
        {
            return requests;
        }

        var forgettable = requests.Where(pair => !pair.Value.ForEver).ToList();
        if (forgettable.Count >= RequestsRemembered)
        {
            requests = requests.Remove(forgettable.MinBy(pair => pair.Value.Version).Key);
        }

        return requests.SetItem(id, new(envelope.Fingerprint, StoredVersion + 1, envelope.ReceivedAt, IsForEver(command)));
    }

    private static Guid? RequestIdOf(Envelope envelope) => envelope.RequestId == Guid.Empty ? null : envelope.RequestId;

    private DateTimeOffset? WakeAt(Journaled<TState> next)
    {
        DateTimeOffset?[] times =
        [
            next.State is null ? null : DueAt(next.State),
            next.Untold.IsEmpty ? null : Now + TellAgainAfter,
            next.Unconfirmed.IsEmpty ? null : next.Unconfirmed.Min(one => one.Since) + ConfirmAfter,
        ];
        return times.Min();
    }

    private Answer<TState> Accepted(bool replayed) => new(State, Version, Refusal: null, replayed);

    private Answer<TState> Refused(Rejection refusal) => new(null, Version, refusal, Replayed: false);
}
