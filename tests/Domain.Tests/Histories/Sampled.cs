using FsCheck;
using FsCheck.Fluent;

namespace SmeOrleans.Domain.Tests.Histories;

/// <summary>Random histories with a fixed seed, to see that such histories get where the properties look.</summary>
internal static class Sampled
{
    private const ulong Seed = 107;

    public static IEnumerable<CaseStep[]> Of(int steps, int count) => CaseStep.Arbitrary().Generator.ArrayOf(steps).Sample(count, new Rnd(Seed), steps);
}
