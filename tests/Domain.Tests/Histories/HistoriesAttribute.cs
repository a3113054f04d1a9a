using FsCheck.Xunit;

namespace SmeOrleans.Domain.Tests.Histories;

/// <summary>
/// A property over random histories. Each run has new ones; a failure prints the seed, and SME_HISTORIES_SEED="seed,gamma" runs
/// those again. SME_HISTORIES_TIMES multiplies their number.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class HistoriesAttribute : PropertyAttribute
{
    public HistoriesAttribute(int count)
    {
        MaxTest = count * int.Parse(Environment.GetEnvironmentVariable("SME_HISTORIES_TIMES") ?? "1");
        EndSize = 150;
        QuietOnSuccess = true;
        if (Environment.GetEnvironmentVariable("SME_HISTORIES_SEED") is { Length: > 0 } seed)
        {
            Replay = seed;
        }
    }
}
