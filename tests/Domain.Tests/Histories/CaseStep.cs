using FsCheck;
using FsCheck.Fluent;

namespace SmeOrleans.Domain.Tests.Histories;

/// <summary>
/// One step of a random case history, as plain numbers: what they mean depends on where the case is by then, so that a
/// history gets far, and still shrinks to the few steps that matter.
/// </summary>
/// <param name="Command">Which of the moves from here; now and then any command at all.</param>
/// <param name="Detail">What it says.</param>
/// <param name="Fact">How the world stands.</param>
/// <param name="Wait">How long after the step before.</param>
public sealed record CaseStep(int Command, int Detail, int Fact, int Wait)
{
    public static Arbitrary<CaseStep> Arbitrary() => (
        from command in Gen.Choose(0, 9_999)
        from detail in Gen.Choose(0, 9_999)
        from fact in Gen.Choose(0, 9_999)
        from wait in Gen.Choose(0, 99)
        select new CaseStep(command, detail, fact, wait)).ToArbitrary();

    internal TimeSpan Later => Wait switch
    {
        < 80 => TimeSpan.FromHours(Wait % 3),
        < 88 => TimeSpan.FromTicks(1),
        < 94 => TimeSpan.FromDays(1),
        < 98 => TimeSpan.FromDays(5),
        _ => TimeSpan.FromDays(40),
    };
}
