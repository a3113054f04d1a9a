namespace SmeOrleans.Domain.Payments;

/// <summary>One line of arithmetic behind an amount (ambition: money to the dollar).</summary>
/// <param name="Step">What is computed, e.g. <c>government.payable</c>.</param>
/// <param name="Formula">With the numbers in it, e.g. <c>min(164000, 164000 × 44300 / 45000)</c>.</param>
[GenerateSerializer, Immutable, Alias("sme.CalculationLine")]
public sealed record CalculationLine(string Step, string Formula, Ntd Result);

/// <summary>What an entry of the money ledger is.</summary>
public enum LedgerKind
{
    Unspecified,

    /// <summary>Government money committed by approval; pays nothing.</summary>
    Committed,

    /// <summary>First instalment paid (M-2).</summary>
    FirstInstalment,

    /// <summary>Second instalment paid (M-2).</summary>
    SecondInstalment,

    /// <summary>Money that came back; where a case ended before its acceptance it is no longer committed either.</summary>
    Refund,

    /// <summary>Committed money that will not be paid: give-up, reduction, closing.</summary>
    Decommitted,
}

/// <summary>An entry of a case's money ledger; entries are only added.</summary>
/// <param name="Committed">Change of what is committed.</param>
/// <param name="Paid">Change of what is paid: positive = to the unit, negative = back.</param>
[GenerateSerializer, Immutable, Alias("sme.LedgerEntry")]
public sealed record LedgerEntry(
    int Number, LedgerKind Kind, Ntd Committed, Ntd Paid, string Note, ImmutableList<CalculationLine> Arithmetic, DateTimeOffset At);

/// <summary>What was spent, as the unit reports it (M-3, M-4).</summary>
/// <param name="SelfPaid">Received from the company.</param>
/// <param name="SelfSpent">Spent of it.</param>
[GenerateSerializer, Immutable, Alias("sme.Spending")]
public sealed record Spending(Ntd Government, Ntd SelfPaid, Ntd SelfSpent);

/// <summary>An accounting report (M-4).</summary>
[GenerateSerializer, Immutable, Alias("sme.AccountingReport")]
public sealed record AccountingReport(int Number, Spending Spending, DateTimeOffset FiledAt);

/// <summary>What is paid in the end, and how it comes about (M-2, M-3, E-2, F-5).</summary>
/// <param name="Payable">Government money in all.</param>
/// <param name="SecondInstalment">Still to pay; 0 when the first was more than is payable.</param>
/// <param name="RefundDue">To be paid back; 0 when the first was less than is payable.</param>
[GenerateSerializer, Immutable, Alias("sme.Settlement")]
public sealed record Settlement(
    Ntd Payable, Ntd SecondInstalment, Ntd RefundDue, ImmutableList<CalculationLine> Arithmetic);
