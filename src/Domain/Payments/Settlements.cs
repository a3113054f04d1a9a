using System.Globalization;

namespace SmeOrleans.Domain.Payments;

/// <summary>The money of a case as pure arithmetic: whole dollars, every amount with the lines behind it.</summary>
public static class Settlements
{
    /// <summary>The money that holds now: the contract's, or what a confirmed plan change made of it.</summary>
    public static Budget AgreedBudget(Case subject) =>
        subject.Execution!.Plans.FindLast(plan => plan is { Decision: PlanDecision.Confirmed, Kind: not PlanChangeKind.Revision })?.Budget
        ?? subject.Execution.Contract!.Budget;

    /// <summary>First instalment: a share of the agreed government money, rounded down (M-2).</summary>
    public static (Ntd Amount, ImmutableList<CalculationLine> Arithmetic) FirstInstalment(Budget agreed, int percent)
    {
        var amount = agreed.Government.ProRata(percent, 100);
        return (amount, [new("instalment.first", Text($"{agreed.Government.Amount} × {percent} / 100"), amount)]);
    }

    /// <summary>
    /// What is payable in the end: what was really spent, at most in the agreed ratio to what the company spent (M-3), less
    /// the price reduction (E-2), less the extra for a design award that was not won (F-5).
    /// </summary>
    public static Settlement Settle(Case subject, Ntd priceReduction, ExecutionRules rules)
    {
        var lines = ImmutableList.CreateBuilder<CalculationLine>();
        var agreed = AgreedBudget(subject);
        var spent = subject.Execution!.Final!.Spending;
        var payable = Line("government.spent", Text($"{spent.Government.Amount}"), spent.Government);
        if (spent.SelfSpent < agreed.Self)
        {
            var inRatio = Line("government.in_ratio", Text($"{agreed.Government.Amount} × {spent.SelfSpent.Amount} / {agreed.Self.Amount}"),
                agreed.Government.ProRata(spent.SelfSpent.Amount, agreed.Self.Amount));
            payable = Line("government.lesser", Text($"min({payable.Amount}, {inRatio.Amount})"), payable < inRatio ? payable : inRatio);
        }

        if (priceReduction > Ntd.Zero)
        {
            payable = Line("government.reduced", Text($"max(0, {payable.Amount} - {priceReduction.Amount})"), NotBelowZero(payable - priceReduction));
        }

        if (subject.Application!.DesignAwardPledge && subject.Execution.AwardWon == false)
        {
            var extra = Line("award.extra", Text($"{payable.Amount} × {rules.DesignAwardPercent} / {100 + rules.DesignAwardPercent}"),
                payable.ProRata(rules.DesignAwardPercent, 100 + rules.DesignAwardPercent));
            payable = Line("government.without_award", Text($"{payable.Amount} - {extra.Amount}"), payable - extra);
        }

        var paid = subject.Execution.Paid;
        var second = Line("instalment.second", Text($"max(0, {payable.Amount} - {paid.Amount})"), NotBelowZero(payable - paid));
        var refund = NotBelowZero(paid - payable);
        if (refund > Ntd.Zero)
        {
            Line("refund.due", Text($"{paid.Amount} - {payable.Amount}"), refund);
        }

        return new(payable, second, refund, lines.ToImmutable());

        Ntd Line(string step, string formula, Ntd result)
        {
            lines.Add(new(step, formula, result));
            return result;
        }
    }

    /// <summary>What acceptance would lead to now, or what it led to.</summary>
    public static (AcceptanceRecord? Record, Rejection? Refusal) Preview(
        Case subject, Ntd priceReduction, ExecutionRules rules, DateTimeOffset at) => subject.Execution switch
    {
        { Acceptance: { } accepted } => (accepted, null),
        { Final: { } final } when priceReduction <= final.Spending.Government =>
            (new(priceReduction, "", Settle(subject, priceReduction, rules), at), null),
        { Final: not null } => (null, Rejection.OfFields(new FieldViolation("price_reduction_ntd", "must be 0 to the government money spent"))),
        _ => (null, Rejection.Because(Reasons.FinalMissing)),
    };

    /// <summary>What is still to come back after acceptance.</summary>
    public static Ntd RefundLeft(CaseExecution execution) => NotBelowZero(execution.Paid - execution.Acceptance!.Settlement.Payable);

    private static Ntd NotBelowZero(Ntd amount) => amount < Ntd.Zero ? Ntd.Zero : amount;

    private static string Text(FormattableString formula) => formula.ToString(CultureInfo.InvariantCulture);
}
