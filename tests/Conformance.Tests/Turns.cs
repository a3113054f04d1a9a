using Orleans.Concurrency;

namespace SmeOrleans.Conformance.Tests;

/// <summary>The turn rules that the journaled grain builds on.</summary>
public sealed class Turns(OrleansCluster cluster) : IClassFixture<OrleansCluster>
{
    [Fact]
    public async Task Then_two_calls_to_one_grain_never_overlap()
    {
        var grain = cluster.Grains.GetGrain<ITurnGrain>("overlap");
        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => grain.CountAcrossAwait()));

        Assert.Equal(100, await grain.Count());
        Assert.Equal(1, await grain.MostAtOnce());
    }

    [Fact]
    public async Task Then_an_always_interleaved_call_of_a_base_interface_is_answered_while_another_waits()
    {
        var grain = cluster.Grains.GetGrain<ITurnGrain>("interleave");
        var waiting = grain.WaitForRelease();

        await grain.Release();

        await waiting;
    }

    [Fact]
    public async Task Then_a_call_cycle_ends_in_a_timeout()
    {
        var grain = cluster.Grains.GetGrain<ITurnGrain>("cycle-a");

        await Assert.ThrowsAsync<TimeoutException>(() => grain.CallBackThrough("cycle-b"));
    }

    [Fact]
    public async Task Then_the_request_context_flows_into_the_grain()
    {
        RequestContext.Set("office", "screening");

        Assert.Equal("screening", await cluster.Grains.GetGrain<ITurnGrain>("context").ContextOf("office"));
    }

    [Fact]
    public async Task Then_a_grain_is_reached_by_its_type_name_and_key()
    {
        var byId = cluster.Grains.GetGrain<IReleasable>(GrainId.Create("turn", "by/name"));
        var waiting = cluster.Grains.GetGrain<ITurnGrain>("by/name").WaitForRelease();

        await byId.Release();

        await waiting;
    }
}

public interface IReleasable : IGrainWithStringKey
{
    [AlwaysInterleave]
    Task Release();
}

public interface ITurnGrain : IReleasable
{
    Task CountAcrossAwait();

    Task<int> Count();

    Task<int> MostAtOnce();

    Task WaitForRelease();

    [ResponseTimeout("00:00:01")]
    Task CallBackThrough(string other);

    Task<string?> ContextOf(string name);
}

[GrainType("turn")]
internal sealed class TurnGrain : Grain, ITurnGrain
{
    private readonly TaskCompletionSource _released = new();
    private int _count;
    private int _now;
    private int _most;

    public async Task CountAcrossAwait()
    {
        _most = Math.Max(_most, ++_now);
        var before = _count;
        await Task.Yield();
        _count = before + 1;
        _now--;
    }

    public Task<int> Count() => Task.FromResult(_count);

    public Task<int> MostAtOnce() => Task.FromResult(_most);

    public Task WaitForRelease() => _released.Task;

    public Task Release()
    {
        _released.TrySetResult();
        return Task.CompletedTask;
    }

    public Task CallBackThrough(string other) => GrainFactory.GetGrain<ITurnGrain>(other).CallBackThrough(this.GetPrimaryKeyString());

    public Task<string?> ContextOf(string name) => Task.FromResult(RequestContext.Get(name) as string);
}
