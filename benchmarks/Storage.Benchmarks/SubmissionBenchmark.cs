using BenchmarkDotNet.Attributes;

namespace SmeOrleans.Storage.Benchmarks;

/// <summary>Submissions through the grains of one silo, from the call to the durable receipt.</summary>
public class SubmissionBenchmark
{
    private const int Submissions = 1_024, UnderWay = 256;

    private StoreFolder _folder = null!;
    private Office _office = null!;
    private IEnumerable<int> _drafts = Enumerable.Range(0, Submissions);

    [Params("sqlite", "postgresql")]
    public string Store { get; set; } = "";

    [GlobalSetup]
    public async Task SetUp()
    {
        _folder = await StoreFolder.CreateAsync(Store);
        _office = await Office.OpenAsync(_folder);
    }

    /// <summary>Fresh drafts: a case is submitted once.</summary>
    [IterationSetup]
    public void Draft()
    {
        _drafts = _drafts.Select(number => number + Submissions).ToList();
        ForEachAsync(_office.DraftAsync).GetAwaiter().GetResult();
    }

    [Benchmark(OperationsPerInvoke = Submissions)]
    public Task Submit() => ForEachAsync(_office.SubmitAsync);

    [GlobalCleanup]
    public async Task CleanUp()
    {
        await _office.DisposeAsync();
        _folder.Dispose();
    }

    private Task ForEachAsync(Func<int, Task> action) => Parallel.ForEachAsync(
        _drafts, new ParallelOptions { MaxDegreeOfParallelism = UnderWay }, async (number, _) => await action(number));
}
