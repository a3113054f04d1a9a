namespace SmeOrleans.Domain.Tests.Screening;

/// <summary>S-1, S-3: what screening finds, and what of it blocks.</summary>
public sealed class Checks
{
    private static readonly RecordDuplicateCheck Clear = new("programmes/clear", DuplicateAnswer.Clear);
    private static readonly RecordDuplicateCheck Duplicate = new("programmes/duplicate", DuplicateAnswer.Duplicate);
    private static readonly RecordDuplicateCheck Unknown = new("programmes/unknown", DuplicateAnswer.Unknown);

    [Fact]
    public void When_all_is_well_and_the_partner_is_clear_Then_nothing_is_found() => Assert.Empty(Walk.ToScreening().Do(Clear).Findings);

    [Fact]
    public void When_there_are_tax_arrears_Then_it_is_returned() =>
        Returned(Walk.ToScreening().With(Walk.Blocked), Reasons.CompanyTaxArrears);

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public void When_the_unit_is_not_sound_Then_it_is_returned(bool registered, bool sound) => Returned(
        Walk.ToScreening().With(facts => facts with { Unit = Example.Unit.Apply(new UnitEligibilityRecorded(registered, sound)) }),
        Reasons.UnitIneligible);

    [Fact]
    public void When_the_unit_was_suspended_after_submission_Then_it_is_returned() => Returned(
        Walk.ToScreening().With(facts => facts with { Unit = Suspended }), Reasons.UnitSuspended);

    [Fact]
    public void When_the_form_has_gaps_Then_it_is_returned() =>
        Returned(Walk.ToScreening().Do(new RecordFormGaps(["第三頁", "印鑑"])), Reasons.FormGaps);

    [Fact]
    public void When_the_gaps_were_recorded_by_mistake_Then_an_empty_list_takes_them_back() =>
        Assert.Equal(CaseState.Qualified, Walk.ToScreening().Do(new RecordFormGaps(["x"])).Do(new RecordFormGaps([])).Do(new CompleteScreening()).Case.State);

    [Fact]
    public void When_a_quota_is_used_up_Then_it_is_returned() => Returned(
        Walk.ToScreening().With(facts => facts with { Obstacles = [new(Reasons.QuotaThreeYears.Code, ["prior/105", "prior/106"])] }),
        Reasons.QuotaThreeYears);

    [Fact]
    public void When_another_programme_guides_the_same_work_Then_it_is_returned() =>
        Returned(Walk.ToScreening().Do(Duplicate), Reasons.DuplicateElsewhere);

    // Regression: the answer that came last hid the others.
    [Fact]
    public void When_one_programme_says_duplicate_and_a_later_one_is_clear_Then_it_is_returned() =>
        Returned(Walk.ToScreening().Do(Duplicate).Do(Clear), Reasons.DuplicateElsewhere);

    [Fact]
    public void When_a_programme_corrects_its_own_answer_Then_the_last_counts() =>
        Assert.Empty(Walk.ToScreening().Do(Duplicate).Do(Duplicate with { Answer = DuplicateAnswer.Clear }).Findings);

    [Fact]
    public void When_nobody_answered_Then_it_is_flagged_and_passes() => Flagged(Walk.ToScreening());

    [Fact]
    public void When_a_programme_does_not_know_Then_it_is_flagged_and_passes() => Flagged(Walk.ToScreening().Do(Clear).Do(Unknown));

    [Fact]
    public void When_several_things_are_wrong_Then_all_are_told()
    {
        var walk = Walk.ToScreening().With(Walk.Blocked).Do(new RecordFormGaps(["x"])).Do(Duplicate).Do(new CompleteScreening());
        Assert.Equal(
            [Reasons.CompanyTaxArrears.Code, Reasons.FormGaps.Code, Reasons.DuplicateElsewhere.Code],
            walk.Case.Findings.Select(finding => finding.Code));
    }

    private static Unit Suspended => Example.Unit
        .Apply(new MajorAnomalyRecorded(new(105, "", Example.InWindow)))
        .Apply(new MajorAnomalyRecorded(new(106, "", Example.InWindow)));

    private static void Returned(Walk walk, Reason reason)
    {
        walk.Do(new CompleteScreening());
        Assert.Equal(CaseState.Returned, walk.Case.State);
        Assert.Equal(reason.Code, Assert.Single(walk.Case.Findings, finding => finding.Blocks).Code);
    }

    private static void Flagged(Walk walk)
    {
        walk.Do(new CompleteScreening());
        Assert.Equal(CaseState.Qualified, walk.Case.State);
        var flag = Assert.Single(walk.Case.Findings);
        Assert.Equal((Reasons.DuplicateUnknown.Code, false), (flag.Code, flag.Blocks));
    }
}
