using System.Globalization;
using Orleans.Storage;

namespace SmeOrleans.Grains.Journaling;

// What a grain keeps beside its state: places to confirm, grains to tell, and a guard against other activations.
public abstract partial class JournaledGrain<TState, TEvent, TCommand>
{
    // A joint meeting tells hundreds of cases.
    private const int ToldAtOnceMax = 64;

    /// <summary>A write of the same state: it settles what the grain keeps beside it, or only outdates other activations.</summary>
    protected Task StoreUnchanged(ImmutableList<Tell> untold, ImmutableList<Reservation> unconfirmed) => Store(new Journaled<TState>
    {
        State = State,
        StateVersion = Version,
        Requests = Committed.Requests,
        Untold = untold,
        Unconfirmed = unconfirmed,
    }.Writing(new([], RequestId: null, Caller.Service.ToString(), Now, [])));

    /// <summary>Outdates what another activation of this grain may still be writing.</summary>
    protected async Task Outdate()
    {
        await ReadAgainAfterUnknownOutcome();
        if (store.RecordExists)
        {
            await StoreUnchanged(Committed.Untold, Committed.Unconfirmed);
        }
    }

    /// <summary>Throws when another activation has written since this one last read.</summary>
    protected async Task RequireLatest()
    {
        var known = StoredVersion;
        await store.ReadStateAsync();
        _committed = store.State;
        if (StoredVersion != known)
        {
            DeactivateOnIdle();
            throw new InconsistentStateException($"{Name} was written elsewhere.", store.Etag ?? "", known.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>Confirms reservations and tells what is still untold; only then is it forgotten.</summary>
    private async Task Keep()
    {
        var told = await Tell(Committed.Untold);
        var settled = new List<Reservation>();
        foreach (var reservation in Committed.Unconfirmed.Where(one => one.Since + ConfirmAfter <= Now))
        {
            if (await Settle(reservation))
            {
                settled.Add(reservation);
            }
        }

        // What could not be told or settled now is looked at again after a while, not at once.
        if (!Committed.Untold.IsEmpty || Committed.Unconfirmed.Exists(one => one.Since + ConfirmAfter <= Now))
        {
            await StoreUnchanged(
                Committed.Untold.RemoveRange(told),
                [.. Committed.Unconfirmed.Except(settled).Select(one => one.Since + ConfirmAfter <= Now ? one with { Since = Now } : one)]);
        }
    }

    private async Task<bool> Settle(Reservation reservation)
    {
        var standing = await courier.Stands(reservation.Case, Name);
        if (standing == Standing.No)
        {
            await Execute(FromService(), Free(reservation.Case));
        }

        return standing != Standing.NotYet;
    }

    /// <summary>Tells different grains at the same time, and one grain in order.</summary>
    /// <returns>What was delivered; the rest is told again on waking.</returns>
    private async Task<ImmutableList<Tell>> Tell(ImmutableList<Tell> tells)
    {
        if (tells.IsEmpty)
        {
            return [];
        }

        using var gate = new SemaphoreSlim(ToldAtOnceMax);
        var told = await Task.WhenAll(tells.GroupBy(tell => tell.Target).Select(same => TellInOrder([.. same], gate)));
        return [.. told.SelectMany(delivered => delivered)];
    }

    private async Task<List<Tell>> TellInOrder(ImmutableList<Tell> tells, SemaphoreSlim gate)
    {
        await gate.WaitAsync();
        try
        {
            var told = new List<Tell>();
            foreach (var tell in tells)
            {
                if (await courier.Deliver(tell))
                {
                    told.Add(tell);
                }
            }

            return told;
        }
        finally
        {
            gate.Release();
        }
    }
}
