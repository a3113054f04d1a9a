using System.Globalization;

namespace SmeOrleans.Domain.Money;

/// <summary>Whole New Taiwan dollars. No operation here can create or lose a dollar.</summary>
[GenerateSerializer, Immutable, Alias("sme.Ntd")]
public readonly record struct Ntd(long Amount) : IComparable<Ntd>
{
    public static readonly Ntd Zero = new(0);

    public static Ntd operator +(Ntd left, Ntd right) => new(checked(left.Amount + right.Amount));

    public static Ntd operator -(Ntd left, Ntd right) => new(checked(left.Amount - right.Amount));

    public static bool operator <(Ntd left, Ntd right) => left.Amount < right.Amount;

    public static bool operator >(Ntd left, Ntd right) => left.Amount > right.Amount;

    public static bool operator <=(Ntd left, Ntd right) => left.Amount <= right.Amount;

    public static bool operator >=(Ntd left, Ntd right) => left.Amount >= right.Amount;

    /// <summary>True when this is at most <paramref name="percent"/> per cent of <paramref name="total"/>, exactly.</summary>
    public bool IsWithinShare(int percent, Ntd total) => (Int128)Amount * 100 <= (Int128)total.Amount * percent;

    /// <summary>This amount times <paramref name="numerator"/> / <paramref name="denominator"/> (above 0), rounded down.</summary>
    public Ntd ProRata(long numerator, long denominator) => new(checked((long)((Int128)Amount * numerator / denominator)));

    public int CompareTo(Ntd other) => Amount.CompareTo(other.Amount);

    public override string ToString() => Amount.ToString("N0", CultureInfo.InvariantCulture);
}
