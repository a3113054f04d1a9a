using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Storage;
using SmeOrleans.Grains.Journaling;
using SmeOrleans.Silo.Storage;

namespace SmeOrleans.Storage.Benchmarks;

/// <summary>What storing many writes in one transaction gains over a transaction each; the rest of the path is the same.</summary>
public class GroupCommitBenchmark
{
    private const int Submissions = 1_024;

    private readonly Applicant[] _applicants = [.. Enumerable.Range(0, Submissions).Select(number => new Applicant(number))];
    private StoreFolder _folder = null!;
    private ServiceProvider _silo = null!;

    [Params("sqlite", "postgresql")]
    public string Store { get; set; } = "";

    [Params(64, 256, 1_024)]
    public int UnderWay { get; set; }

    [GlobalSetup(Target = nameof(TransactionEach))]
    public Task SetUpTransactionEach() => SetUpAsync(new StoreOptions { MaxBatch = 1 });

    [GlobalSetup(Target = nameof(GroupCommit))]
    public Task SetUpGroupCommit() => SetUpAsync(new StoreOptions());

    [GlobalCleanup]
    public async Task CleanUp()
    {
        await _silo.DisposeAsync();
        _folder.Dispose();
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Submissions)]
    public Task TransactionEach() => ForEachAsync(_silo, (applicant, storage) => applicant.SubmitAsync(storage));

    [Benchmark(OperationsPerInvoke = Submissions)]
    public Task GroupCommit() => ForEachAsync(_silo, (applicant, storage) => applicant.SubmitAsync(storage));

    /// <summary>Companies and cases stand in the store, as they do when a case is submitted.</summary>
    private async Task SetUpAsync(StoreOptions options)
    {
        _folder = await StoreFolder.CreateAsync(Store);
        await using (var before = Open(new StoreOptions()))
        {
            await ForEachAsync(before, (applicant, storage) => applicant.SubmitAsync(storage));
        }

        _silo = Open(options);
        await ForEachAsync(_silo, (applicant, storage) => applicant.ReadAsync(storage));
    }

    private ServiceProvider Open(StoreOptions options) => new ServiceCollection().AddStorage(_folder.Connection, options).BuildServiceProvider();

    private Task ForEachAsync(ServiceProvider silo, Func<Applicant, IGrainStorage, Task> action)
    {
        var storage = silo.GetRequiredKeyedService<IGrainStorage>(GrainStores.Journal);
        return Parallel.ForEachAsync(
            _applicants, new ParallelOptions { MaxDegreeOfParallelism = UnderWay }, async (applicant, _) => await action(applicant, storage));
    }
}
