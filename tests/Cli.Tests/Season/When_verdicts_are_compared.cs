using SmeOrleans.Cli.Season.Data;
using SmeOrleans.Cli.Season.Findings;
using SmeOrleans.V1;

namespace SmeOrleans.Cli.Tests.Season;

public sealed class When_verdicts_are_compared
{
    [Theory]
    [InlineData("qualified", CaseState.Qualified, "DUPLICATE_UNKNOWN", false)]
    [InlineData("qualified", CaseState.NotRecommended, "", false)]
    [InlineData("qualified", CaseState.Closed, "", false)]
    [InlineData("unit_ineligible", CaseState.Returned, "UNIT_SUSPENDED", true)]
    [InlineData("unit_ineligible", CaseState.Returned, "UNIT_INELIGIBLE", true)]
    [InlineData("quota_3_years", CaseState.Returned, "QUOTA_THREE_YEARS", true)]
    [InlineData("documents_missing_not_supplemented", CaseState.Returned, "DOCUMENTS_MISSING", true)]
    public void Then_the_same_outcome_in_other_words_agrees(string expected, CaseState state, string reason, bool blocks) =>
        Assert.Empty(Compare(expected, Found(state, reason, blocks)));

    [Theory]
    [InlineData("qualified", CaseState.Returned, "QUOTA_YEAR", true)]
    [InlineData("qualified", CaseState.Screening, "", false)]
    [InlineData("qualified", CaseState.Withdrawn, "", false)]
    [InlineData("quota_year", CaseState.Qualified, "", false)]
    [InlineData("quota_year", CaseState.Closed, "", false)]
    [InlineData("quota_year", CaseState.Returned, "QUOTA_ROUND", true)]
    [InlineData("quota_year", CaseState.Returned, "QUOTA_YEAR", false)]
    [InlineData("something_new", CaseState.Returned, "QUOTA_YEAR", true)]
    public void Then_another_outcome_or_reason_is_a_difference(string expected, CaseState state, string reason, bool blocks) =>
        Assert.Single(Compare(expected, Found(state, reason, blocks)));

    [Fact]
    public void Then_a_case_that_is_not_there_is_a_difference() => Assert.Equal("not there", Assert.Single(Compare("qualified", null)).Computed);

    private static Case Found(CaseState state, string reason, bool blocks) =>
        new() { State = state, Findings = { new Finding { Reason = reason, Blocks = blocks } } };

    private static List<CaseDifference> Compare(string expected, Case? found)
    {
        var row = new ApplicationRow("A-1", default, "U1", new(), [], null, null, expected, default);
        return [.. Verdicts.Compare([row], found is null ? new Dictionary<string, Case>() : new() { ["A-1"] = found })];
    }
}
