namespace SmeOrleans.Domain.Tests.Payments;

/// <summary>M-2, M-3, E-2 and F-5 to the dollar: what is agreed and spent, and what comes of it.</summary>
public sealed class Settling
{
    public static TheoryData<string, long[], long[]> Examples() => new()
    {
        // agreed government, self | spent government, self | reduction → instalment 1, payable, instalment 2, refund due
        { "all spent", [147_800, 37_750, 147_800, 37_750, 0], [73_900, 147_800, 73_900, 0] },
        { "self-funding unspent: 147,800 × 36,448 / 37,750 rounded down", [147_800, 37_750, 147_800, 36_448, 0], [73_900, 142_702, 68_802, 0] },
        { "less government money spent than the ratio allows", [147_800, 37_750, 140_000, 36_448, 0], [73_900, 140_000, 66_100, 0] },
        { "one dollar of self-funding unspent", [147_800, 37_750, 147_800, 37_749, 0], [73_900, 147_796, 73_896, 0] },
        { "more self-funding spent than agreed pays no more", [147_800, 37_750, 147_800, 90_000, 0], [73_900, 147_800, 73_900, 0] },
        { "no self-funding spent", [147_800, 37_750, 147_800, 0, 0], [73_900, 0, 0, 73_900] },
        { "an odd dollar goes to the second instalment", [147_801, 37_750, 147_801, 37_750, 0], [73_900, 147_801, 73_901, 0] },
        { "one dollar", [1, 1, 1, 1, 0], [0, 1, 1, 0] },
        { "the cap of F-1", [200_000, 50_000, 200_000, 50_000, 0], [100_000, 200_000, 100_000, 0] },
        { "no company share (F-4)", [200_000, 0, 200_000, 0, 0], [100_000, 200_000, 100_000, 0] },
        { "no company share, not all spent", [200_000, 0, 81_500, 0, 0], [100_000, 81_500, 0, 18_500] },
        { "a price reduction (E-2)", [147_800, 37_750, 147_800, 37_750, 10_000], [73_900, 137_800, 63_900, 0] },
        { "a price reduction comes after the ratio", [147_800, 37_750, 147_800, 36_448, 10_000], [73_900, 132_702, 58_802, 0] },
        { "a reduction by all that was spent", [147_800, 37_750, 147_800, 36_448, 147_800], [73_900, 0, 0, 73_900] },
        { "exactly the first instalment", [147_800, 37_750, 73_900, 37_750, 0], [73_900, 73_900, 0, 0] },
        { "one dollar below the first instalment", [147_800, 37_750, 73_899, 37_750, 0], [73_900, 73_899, 0, 1] },
    };

    [Theory]
    [MemberData(nameof(Examples))]
    public void Then_the_amounts_are(string what, long[] given, long[] expected)
    {
        var walk = Accepted(Example.Money(given[0], given[1]), new(new(given[2]), new(given[3]), new(given[3])), given[4]);
        var settlement = walk.Case.Execution!.Acceptance!.Settlement;
        var first = walk.Case.Execution.Ledger.Single(entry => entry.Kind == LedgerKind.FirstInstalment).Paid;
        Assert.Equal(
            (what, string.Join(" ", expected)),
            (what, $"{first.Amount} {settlement.Payable.Amount} {settlement.SecondInstalment.Amount} {settlement.RefundDue.Amount}"));
        Assert.Equal(settlement.Payable, walk.Case.Execution.Committed);
    }

    // F-5: of 110 parts 10 were for the award; M-3 and E-2 come first.
    [Theory]
    [InlineData(true, 110_000, 27_500, 0, 110_000)]
    [InlineData(false, 110_000, 27_500, 0, 100_000)]
    [InlineData(false, 110_000, 13_750, 0, 50_000)]
    [InlineData(false, 110_000, 27_500, 11_000, 90_000)]
    [InlineData(false, 109_999, 27_500, 0, 100_000)]
    [InlineData(false, 10, 27_500, 0, 10)]
    [InlineData(false, 11, 27_500, 0, 10)]
    public void When_a_design_award_was_pledged_Then_its_extra_is_paid_only_if_it_was_won(bool won, long spent, long self, long reduction, long payable)
    {
        var walk = Walk.ToFinalReview(new(new(spent), new(27_500), new(self)), Example.Application with { DesignAwardPledge = true }, Example.Money(110_000, 27_500))
            .Complete().Do(new RecordAwardResult(won)).Do(new AcceptCase(new(reduction), "未完成"));
        Assert.Equal(new(payable), walk.Case.Execution!.Acceptance!.Settlement.Payable);
    }

    [Fact]
    public void Then_every_amount_shows_how_it_comes_about()
    {
        var settlement = Accepted(Example.Agreed, Walk.Spent, 2_702).Case.Execution!.Acceptance!.Settlement;
        Assert.Equal(
            [
                "government.spent: 147800 = 147,800",
                "government.in_ratio: 147800 × 36448 / 37750 = 142,702",
                "government.lesser: min(147800, 142702) = 142,702",
                "government.reduced: max(0, 142702 - 2702) = 140,000",
                "instalment.second: max(0, 140000 - 73900) = 66,100",
            ],
            settlement.Arithmetic.Select(line => $"{line.Step}: {line.Formula} = {line.Result}"));
    }

    [Fact]
    public void When_all_is_paid_Then_the_ledger_tells_the_whole_story()
    {
        var walk = Accepted(Example.Agreed, Walk.Spent, 0).Do(new PayInstalment(2)).Do(new CloseCase());
        Assert.Equal(
            ["1 Committed 147,800 0", "2 FirstInstalment 0 73,900", "3 Decommitted -5,098 0", "4 SecondInstalment 0 68,802"],
            Ledger(walk));
        Assert.Equal((new Ntd(142_702), new Ntd(142_702)), (walk.Case.Execution!.Committed, walk.Case.Execution.Paid));
    }

    [Fact]
    public void When_too_much_was_paid_Then_it_is_closed_only_when_the_rest_came_back()
    {
        var walk = Accepted(Example.Agreed, new(new(60_000), new(37_750), new(37_750)), 0);
        walk.Refused(new PayInstalment(2), Reasons.PaymentNothingDue);
        walk.Refused(new RecordRefund(new(13_901), ""), Reasons.RefundTooMuch);
        walk.Do(new RecordRefund(new(13_000), "")).Refused(new CloseCase(), Reasons.PaymentOpen);
        walk.Refused(new RecordRefund(new(901), ""), Reasons.RefundTooMuch);
        walk.Do(new RecordRefund(new(900), "")).Do(new CloseCase());
        Assert.Equal(
            ["1 Committed 147,800 0", "2 FirstInstalment 0 73,900", "3 Decommitted -87,800 0", "4 Refund 0 -13,000", "5 Refund 0 -900"],
            Ledger(walk));
    }

    [Theory]
    [InlineData(CaseState.GaveUp, "1 Committed 147,800 0", "2 Decommitted -147,800 0")]
    [InlineData(CaseState.Discontinued, "1 Committed 147,800 0", "2 FirstInstalment 0 73,900", "3 Decommitted -73,900 0")]
    [InlineData(CaseState.Terminated, "1 Committed 147,800 0", "2 FirstInstalment 0 73,900", "3 Decommitted -73,900 0")]
    [InlineData(CaseState.ClosedAsIs, "1 Committed 147,800 0", "2 FirstInstalment 0 73,900", "3 Decommitted -73,900 0")]
    public void When_a_case_ends_before_its_acceptance_Then_what_will_not_be_paid_is_free_again(CaseState end, params string[] ledger) =>
        Assert.Equal(ledger, Ledger(Walk.To(end)));

    [Fact]
    public void When_the_plan_was_changed_Then_the_money_agreed_last_is_the_measure()
    {
        var walk = Walk.ToExecuting()
            .Do(new RequestPlanChange(PlanChangeKind.Money, Major: false, "", Example.Money(100_000, 40_000), "")).Do(new DecideMinorChange(Confirm: true, ""))
            .Do(new RequestPlanChange(PlanChangeKind.Money, Major: true, "", Example.Money(90_000, 40_000), "")).Do(new DecideMajorChange(Confirm: false, ""))
            .MidtermPassed().Finished(new(new(100_000), new(40_000), new(30_000))).Judged(FinalVerdict.Pass).Complete().Do(new AcceptCase(Ntd.Zero, ""));
        Assert.Equal((new Ntd(75_000), new Ntd(1_100)), (walk.Case.Execution!.Acceptance!.Settlement.Payable, walk.Case.Execution.Acceptance.Settlement.SecondInstalment));
    }

    // Regression: a line said '60000 - 73900' and came to 0.
    [Fact]
    public void When_nothing_more_is_payable_Then_the_arithmetic_still_comes_to_its_amounts() => Assert.All(
        Accepted(Example.Agreed, new(new(60_000), new(37_750), new(36_448)), 60_000).Case.Execution!.Acceptance!.Settlement.Arithmetic,
        line => Assert.Equal(Histories.Arithmetic.Of(line.Formula), line.Result.Amount));

    [Theory]
    [InlineData(false, 220_000)]
    [InlineData(true, 261_250)]
    public void When_an_award_is_pledged_Then_the_cap_on_the_amount_grows_by_a_tenth_and_the_share_does_not(bool trade, long cap)
    {
        var general = FundingRules.CapFor(Example.Round, Example.Profile with { TradeLiberalisation = trade }, designAwardPledge: false);
        var pledged = FundingRules.CapFor(Example.Round, Example.Profile with { TradeLiberalisation = trade }, designAwardPledge: true);
        Assert.Equal(general with { GovernmentMax = new(cap) }, pledged);
    }

    private static Walk Accepted(Budget agreed, Spending spent, long reduction) =>
        Walk.ToFinalReview(spent, agreed: agreed).Complete().Do(new AcceptCase(new(reduction), "未完成"));

    private static IEnumerable<string> Ledger(Walk walk) =>
        walk.Case.Execution!.Ledger.Select(entry => $"{entry.Number} {entry.Kind} {entry.Committed} {entry.Paid}");
}
