using FsCheck.Xunit;

namespace SmeOrleans.Domain.Tests.Histories;

/// <summary>The money of a case over its whole life, to the dollar (M-2, M-3, E-2, F-5, M-7).</summary>
[Properties(Arbitrary = [typeof(CaseStep)])]
public sealed class MoneyHistories
{
    private static readonly CaseState[] EndsOfExecution =
        [CaseState.GaveUp, CaseState.Discontinued, CaseState.ClosedAsIs, CaseState.Terminated];

    [Histories(3_000)]
    public void Then_what_is_paid_was_committed_unless_it_is_due_back(CaseStep[] steps) => Run(steps, (_, after, money) =>
    {
        var due = money.Acceptance is null ? Ntd.Zero : Settlements.RefundLeft(money);
        Assert.True(money.Paid >= Ntd.Zero, "paid is below 0");
        Assert.True(money.Paid <= money.Committed + due, $"paid {money.Paid}, committed {money.Committed}, due back {due}");
        Assert.True(money.Committed <= after.Award!.Budget.Government, "more committed than awarded");
        Assert.True(money.Paid <= after.Award.Budget.Government, "more paid than awarded");
    });

    [Histories(1_500)]
    public void Then_the_ledger_adds_up(CaseStep[] steps) => Run(steps, (_, after, money) =>
    {
        Assert.Equal(Enumerable.Range(1, money.Ledger.Count), money.Ledger.Select(entry => entry.Number));
        var award = money.Ledger.Where(entry => entry.Kind == LedgerKind.Committed).Sum(entry => entry.Committed.Amount);
        var freed = money.Ledger.Where(entry => entry.Kind == LedgerKind.Decommitted).Sum(entry => entry.Committed.Amount);
        Assert.Equal(after.Award!.Budget.Government.Amount, award);
        Assert.Equal(money.Committed.Amount, award + freed + money.Ledger.Where(entry => entry.Kind == LedgerKind.Refund).Sum(entry => entry.Committed.Amount));
        Assert.All(money.Ledger, entry => Assert.True(entry.Kind switch
        {
            LedgerKind.Committed => entry.Committed > Ntd.Zero && entry.Paid == Ntd.Zero && entry.Number == 1,
            LedgerKind.Decommitted => entry.Committed < Ntd.Zero && entry.Paid == Ntd.Zero,
            LedgerKind.FirstInstalment or LedgerKind.SecondInstalment => entry.Committed == Ntd.Zero && entry.Paid >= Ntd.Zero,
            LedgerKind.Refund => entry.Committed <= Ntd.Zero && entry.Paid < Ntd.Zero,
            _ => false,
        }, entry.ToString()));
        Assert.All(money.Ledger.Where(entry => entry.Paid > Ntd.Zero).CountBy(entry => entry.Kind), kind => Assert.Equal(1, kind.Value));
    });

    [Histories(3_000)]
    public void When_a_case_is_at_its_end_Then_no_dollar_is_left_over(CaseStep[] steps) => Run(steps, (_, after, money) =>
    {
        if (after.State == CaseState.Closed)
        {
            Assert.Equal(money.Acceptance!.Settlement.Payable, money.Paid);
            Assert.Equal(money.Paid, money.Committed);
        }
        else if (after.State == CaseState.Accepted)
        {
            Assert.Equal(money.Acceptance!.Settlement.Payable, money.Committed);
        }
        else if (EndsOfExecution.Contains(after.State))
        {
            Assert.Equal(money.Paid, money.Committed);
        }
    });

    [Histories(3_000)]
    public void Then_what_is_payable_is_what_M3_E2_and_F5_say(CaseStep[] steps) => Run(steps, (before, after, money) =>
    {
        if (before.State == CaseState.FinalReview && after.State == CaseState.Accepted)
        {
            var settlement = money.Acceptance!.Settlement;
            var paid = before.Execution!.Paid;
            Assert.Equal(Payable.Of(before, money.Acceptance.PriceReduction.Amount), settlement.Payable.Amount);
            Assert.Equal(settlement.Payable, paid + settlement.SecondInstalment - settlement.RefundDue);
            Assert.True(settlement.SecondInstalment == Ntd.Zero || settlement.RefundDue == Ntd.Zero);
            Assert.True(settlement.Payable <= money.Final!.Spending.Government);
        }
    });

    [Histories(2_000)]
    public void Then_every_line_of_arithmetic_comes_to_its_amount(CaseStep[] steps) => Run(steps, (_, _, money) =>
    {
        Assert.All(money.Ledger.SelectMany(entry => entry.Arithmetic).Concat(money.Acceptance?.Settlement.Arithmetic ?? []),
            line => Assert.Equal((line.Step, line.Formula, line.Result.Amount), (line.Step, line.Formula, Arithmetic.Of(line.Formula))));
        Assert.All(money.Ledger.Where(entry => entry.Paid > Ntd.Zero), entry => Assert.Contains(entry.Arithmetic, line => line.Result == entry.Paid));
    });

    [Histories(1_500)]
    public void Then_a_plan_change_never_raises_government_money_nor_lowers_the_companys(CaseStep[] steps) => Run(steps, (_, after, money) =>
    {
        if (money.Contract is { } contract)
        {
            Assert.Equal(after.Award!.Budget, contract.Budget);
            Assert.True(Settlements.AgreedBudget(after).Government <= contract.Budget.Government);
            Assert.True(Settlements.AgreedBudget(after).Self >= contract.Budget.Self);
        }
    });

    /// <summary>The histories are worth nothing when few are settled.</summary>
    [Fact]
    public void Then_random_histories_settle_reduce_claw_back_refund_and_close()
    {
        var (settled, reduced, clawedBack, due, closed) = (0, 0, 0, 0, 0);
        foreach (var history in Sampled.Of(75, 1_000))
        {
            var last = CaseLife.Later(history).Run();
            if (last.Execution?.Acceptance is { } acceptance)
            {
                settled++;
                reduced += acceptance.PriceReduction > Ntd.Zero ? 1 : 0;
                clawedBack += last.Execution.AwardWon == false ? 1 : 0;
                due += acceptance.Settlement.RefundDue > Ntd.Zero ? 1 : 0;
                closed += last.State == CaseState.Closed ? 1 : 0;
            }
        }

        Assert.True(settled >= 100 && reduced >= 20 && clawedBack >= 20 && due >= 20 && closed >= 50,
            $"of 1,000: settled {settled}, reduced {reduced}, clawed back {clawedBack}, refund due {due}, closed {closed}");
    }

    private static void Run(CaseStep[] steps, Action<Case, Case, CaseExecution> look) => CaseLife.Later(steps).Run((before, _, _, after) =>
    {
        if (after.Execution is { } money && !ReferenceEquals(before, after))
        {
            look(before, after, money);
        }
    });
}
