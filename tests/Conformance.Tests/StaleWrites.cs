using Orleans.Storage;

namespace SmeOrleans.Conformance.Tests;

/// <summary>What happens to a grain whose storage refuses a stale write.</summary>
public sealed class StaleWrites(OrleansCluster cluster) : IClassFixture<OrleansCluster>
{
    [Fact]
    public async Task Then_the_caller_hears_of_it_and_the_next_activation_reads_again()
    {
        var grain = cluster.Grains.GetGrain<INoteGrain>("stale");
        await grain.Write("first");
        await grain.Write("stale");
        var before = await grain.Activation();

        await Assert.ThrowsAsync<InconsistentStateException>(() => grain.Write("too late"));

        Assert.NotEqual(before, await grain.Activation());
        Assert.Equal("stale", await grain.Read());
        await grain.Write("now it fits");
        Assert.Equal("now it fits", await grain.Read());
    }

    [Fact]
    public async Task Then_deactivating_on_idle_gives_a_new_activation_with_the_stored_state()
    {
        var grain = cluster.Grains.GetGrain<INoteGrain>("idle");
        await grain.Write("kept");
        var before = await grain.Activation();

        await grain.Leave();

        Assert.NotEqual(before, await grain.Activation());
        Assert.Equal("kept", await grain.Read());
    }
}

[GenerateSerializer]
public sealed class Note
{
    [Id(0)]
    public string Text { get; set; } = "";
}

public interface INoteGrain : IGrainWithStringKey
{
    Task Write(string text);

    Task<string> Read();

    Task<Guid> Activation();

    Task Leave();
}

internal sealed class NoteGrain([PersistentState("note", "cas")] IPersistentState<Note> store) : Grain, INoteGrain
{
    private readonly Guid _activation = Guid.NewGuid();

    public async Task Write(string text)
    {
        store.State = new() { Text = text };
        await store.WriteStateAsync();
    }

    public Task<string> Read() => Task.FromResult(store.State.Text);

    public Task<Guid> Activation() => Task.FromResult(_activation);

    public Task Leave()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }
}
