using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace SmeOrleans.Storage.Benchmarks;

/// <summary>A few long iterations of one invocation each, told as submissions per second.</summary>
internal sealed class SubmissionsPerSecond : ManualConfig
{
    private const int Iterations = 3;

    public SubmissionsPerSecond()
    {
        // In this process: the usual toolchain builds the whole service anew for every job and gives each its own
        // PostgreSQL server, which takes far longer than what is measured and leaves less of the machine to it.
        AddJob(Job.Default
            .WithToolchain(InProcessEmitToolchain.Instance)
            .WithWarmupCount(1)
            .WithIterationCount(Iterations)
            .WithInvocationCount(1)
            .WithUnrollFactor(1));
        AddColumnProvider(DefaultColumnProviders.Descriptor, DefaultColumnProviders.Params, DefaultColumnProviders.Metrics);
        AddColumn(StatisticColumn.OperationsPerSecond, StatisticColumn.Mean, StatisticColumn.StdDev, BaselineRatioColumn.RatioMean);
        AddLogger(ConsoleLogger.Default);
        AddExporter(MarkdownExporter.GitHub);
    }
}
