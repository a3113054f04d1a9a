namespace SmeOrleans.Domain.Tests.Documents;

/// <summary>Whatever a case can be, and whatever can happen to it, is said in both languages.</summary>
public sealed class Texts
{
    public static TheoryData<CaseState> States() => [.. Enum.GetValues<CaseState>()];

    public static TheoryData<string> Events() => [.. Cases.Samples.Events.Select(type => type.Name)];

    [Theory]
    [MemberData(nameof(States))]
    public void Then_a_state_has_a_name_and_both_sentences(CaseState state)
    {
        Assert.Matches("[\u4e00-\u9fff]", CaseTexts.NameOf(state));
        Both(CaseTexts.Of(state));
    }

    [Theory]
    [MemberData(nameof(Events))]
    public void Then_an_event_has_both_sentences(string type) => Both(CaseTexts.OfEvent(type));

    [Fact]
    public void Then_no_two_states_have_the_same_name() =>
        Assert.Distinct(Enum.GetValues<CaseState>().Select(CaseTexts.NameOf));

    private static void Both(Sentence sentence)
    {
        Assert.Matches("[\u4e00-\u9fff].*。$", sentence.Zh);
        Assert.Matches("^[A-Z].*\\.$", sentence.En);
        Assert.DoesNotMatch("[\u4e00-\u9fff]", sentence.En);
    }
}
