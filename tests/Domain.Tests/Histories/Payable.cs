using System.Numerics;

namespace SmeOrleans.Domain.Tests.Histories;

/// <summary>What is payable, said a second time and in other words: whole numbers of any size, and the rules one after the other.</summary>
internal static class Payable
{
    public static BigInteger Of(Case subject, BigInteger reduction)
    {
        var execution = subject.Execution!;
        var agreed = execution.Plans.LastOrDefault(plan => plan.Number > 1 && plan.Decision == PlanDecision.Confirmed && plan.Kind != PlanChangeKind.Revision)?.Budget
            ?? execution.Contract!.Budget;
        BigInteger spent = execution.Final!.Spending.Government.Amount;
        BigInteger self = execution.Final.Spending.SelfSpent.Amount;

        // M-3: both funds in the agreed ratio; who spends more of the company's money does not get more.
        var most = agreed.Self.Amount == 0 || self >= agreed.Self.Amount ? agreed.Government.Amount : agreed.Government.Amount * self / agreed.Self.Amount;
        var payable = BigInteger.Max(0, BigInteger.Min(spent, most) - reduction);

        // F-5: 10 of 110 parts were for the award.
        return subject.Application!.DesignAwardPledge && execution.AwardWon == false ? payable - payable * 10 / 110 : payable;
    }
}
