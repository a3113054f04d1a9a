namespace SmeOrleans.Domain.Tests.Screening;

/// <summary>S-2: asked once, in time, for what is missing.</summary>
public sealed class Supplements
{
    private static readonly DateTimeOffset AskedAt = new(2018, 4, 16, 14, 23, 0, Taipei.Offset);
    private static readonly AttachDocument Tax = new(Example.Document(DocumentKind.Tax));

    [Fact]
    public void When_days_end_at_midnight_Then_the_deadline_is_the_last_tick_of_the_third_day() => Assert.Equal(
        new DateTimeOffset(2018, 4, 20, 0, 0, 0, Taipei.Offset) - Example.Tick,
        new SupplementRule(3, SupplementEnd.EndOfDay).Derive(AskedAt, []).ExpiresAt);

    [Fact]
    public void When_it_is_already_tomorrow_in_Taipei_Then_Taipei_counts() => Assert.Equal(
        new DateTimeOffset(2018, 4, 21, 0, 0, 0, Taipei.Offset) - Example.Tick,
        new SupplementRule(3, SupplementEnd.EndOfDay).Derive(new(2018, 4, 16, 16, 0, 0, TimeSpan.Zero), []).ExpiresAt);

    [Fact]
    public void When_days_are_hours_Then_the_deadline_is_72_hours_later() =>
        Assert.Equal(AskedAt.AddHours(72), new SupplementRule(3, SupplementEnd.Exact).Derive(AskedAt, []).ExpiresAt);

    [Theory]
    [InlineData(SupplementEnd.EndOfDay, -1)]
    [InlineData(SupplementEnd.EndOfDay, 0)]
    [InlineData(SupplementEnd.Exact, -1)]
    [InlineData(SupplementEnd.Exact, 0)]
    public void When_the_answer_comes_by_the_deadline_Then_screening_resumes(SupplementEnd end, long ticks)
    {
        var walk = Asked(end);
        var at = walk.Case.Supplement!.ExpiresAt.AddTicks(ticks);
        walk.At(at).Do(Tax).Do(new AnswerSupplement());
        Assert.Equal((CaseState.Screening, at), (walk.Case.State, walk.Case.Supplement!.AnsweredAt));
    }

    [Theory]
    [InlineData(SupplementEnd.EndOfDay)]
    [InlineData(SupplementEnd.Exact)]
    public void When_it_comes_one_tick_late_Then_document_and_answer_are_refused(SupplementEnd end)
    {
        var walk = Asked(end);
        walk.At(walk.Case.Supplement!.ExpiresAt + Example.Tick);
        walk.Refused(Tax, Reasons.SupplementLate);
        walk.Refused(new AnswerSupplement(), Reasons.SupplementLate);
    }

    [Fact]
    public void When_the_deadline_is_not_over_Then_it_does_not_lapse()
    {
        var walk = Asked(SupplementEnd.Exact);
        walk.At(walk.Case.Supplement!.ExpiresAt).Refused(new LapseSupplement(), Reasons.StateMove);
    }

    [Fact]
    public void When_nothing_came_Then_it_is_returned_for_what_is_missing()
    {
        var walk = Lapsed(Asked(SupplementEnd.Exact));
        Assert.Equal(CaseState.Returned, walk.Case.State);
        Assert.Equal("Tax", Assert.Single(walk.Case.Findings).Facts["missing"]);
    }

    // Regression: it was returned for an empty list of documents.
    [Fact]
    public void When_all_came_but_the_unit_did_not_say_so_Then_screening_resumes() =>
        Assert.Equal(CaseState.Screening, Lapsed(Asked(SupplementEnd.Exact).Do(Tax)).Case.State);

    [Fact]
    public void When_only_part_came_Then_the_answer_is_refused_and_it_is_returned()
    {
        var walk = Walk.ToSupplement(DocumentKind.Tax, DocumentKind.Intent).Do(Tax);
        var refusal = walk.Refused(new AnswerSupplement(), Reasons.DocumentsMissing);
        Assert.Equal("Intent", refusal.Facts["missing"]);
        Assert.Equal(CaseState.Returned, Lapsed(walk).Case.State);
    }

    // Regression: the plan could be replaced after the window had closed.
    [Fact]
    public void When_a_document_was_not_asked_for_Then_it_is_refused()
    {
        var refusal = Asked(SupplementEnd.Exact).Refused(new AttachDocument(Example.Document(DocumentKind.Proposal)), Reasons.SupplementNotAsked);
        Assert.Equal("Tax", refusal.Facts["asked"]);
    }

    [Fact]
    public void When_a_document_that_was_asked_for_is_sent_again_in_time_Then_the_last_counts()
    {
        var again = new AttachDocument(Example.Document(DocumentKind.Tax) with { FileName = "again.pdf" });
        Assert.Equal("again.pdf", Asked(SupplementEnd.Exact).Do(Tax).Do(again).Case.Documents[DocumentKind.Tax].FileName);
    }

    [Fact]
    public void When_it_was_asked_before_Then_it_is_not_asked_again() =>
        Asked(SupplementEnd.Exact).Do(Tax).Do(new AnswerSupplement()).Refused(new RequestSupplement(""), Reasons.SupplementOnce);

    [Fact]
    public void When_nothing_is_missing_Then_it_is_not_asked() =>
        Walk.ToScreening().Refused(new RequestSupplement(""), Reasons.SupplementNothingMissing);

    [Fact]
    public void When_documents_alone_are_missing_Then_nobody_is_returned_unasked() =>
        Walk.ToScreening(null, DocumentKind.Tax).Refused(new CompleteScreening(), Reasons.DocumentsMissing);

    [Fact]
    public void When_the_company_is_not_eligible_either_Then_it_is_returned_at_once() => Assert.Equal(
        CaseState.Returned,
        Walk.ToScreening(null, DocumentKind.Tax).With(Walk.Blocked).Do(new CompleteScreening()).Case.State);

    private static Walk Asked(SupplementEnd end) => Walk.ToScreening(null, DocumentKind.Tax)
        .At(AskedAt)
        .With(facts => facts with { Round = Example.Round with { Rules = Example.Rules with { Supplement = new(3, end) } } })
        .Do(new RequestSupplement("請補件"));

    private static Walk Lapsed(Walk walk) => walk.At(walk.Case.Supplement!.ExpiresAt + Example.Tick).Do(new LapseSupplement());
}
