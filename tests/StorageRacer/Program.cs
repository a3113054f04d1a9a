using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Runtime;
using Orleans.Storage;
using SmeOrleans.Grains.Journaling;
using SmeOrleans.Silo.Storage;
using SmeOrleans.StorageRacer;

// A process that writes as a silo would. It says "ready", waits for a line, then
//   race STORE NAME COUNT   writes COUNT grains for the first time, in its own order, and says "won KEY" for each that it got;
//   count STORE NAME COUNT  counts on COUNT grains until it is killed, and says "ack KEY VERSION" after each answer.
var (mode, store, name, count) = (args[0], args[1], args[2], int.Parse(args[3], CultureInfo.InvariantCulture));
await using var services = new ServiceCollection().AddStorage(store).BuildServiceProvider();
var storage = services.GetRequiredKeyedService<IGrainStorage>(GrainStores.Journal);
Console.WriteLine("ready");
Console.ReadLine();

var keys = Enumerable.Range(0, count).Select(number => $"tallies/{number}").ToArray();
await (mode == "race" ? RaceAsync() : CountAsync());
Console.WriteLine("done");

Task RaceAsync()
{
    new Random(name.GetHashCode(StringComparison.Ordinal)).Shuffle(keys);
    return Parallel.ForEachAsync(keys, new ParallelOptions { MaxDegreeOfParallelism = 256 }, async (key, _) =>
    {
        var state = new TallyState();
        if (await TryCountAsync(key, state))
        {
            Console.WriteLine($"won {key}");
        }
    });
}

Task CountAsync() => Task.WhenAll(keys.Select(async key =>
{
    var state = new TallyState();
    while (true)
    {
        if (await TryCountAsync(key, state))
        {
            Console.WriteLine($"ack {key} {state.ETag}");
        }
        else
        {
            await storage.ReadStateAsync("state", GrainId.Create("tally", key), state);
        }
    }
}));

async Task<bool> TryCountAsync(string key, TallyState state)
{
    try
    {
        state.Count(name, DateTimeOffset.UtcNow);
        await storage.WriteStateAsync("state", GrainId.Create("tally", key), state);
        return true;
    }
    catch (InconsistentStateException)
    {
        return false;
    }
}
