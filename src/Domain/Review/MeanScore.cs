using System.Globalization;

namespace SmeOrleans.Domain.Review;

/// <summary>
/// Weighted mean over reviewers, kept as an exact fraction, so that no rounding can turn a rank (T-5, J-1).
/// </summary>
/// <param name="WeightedSum">Sum over score sheets of weight (per cent) times points: hundredths of a point.</param>
/// <param name="Sheets">Score sheets counted; 0 = no score.</param>
/// <param name="CreditHundredths">Extra credit (T-7), hundredths of a point; counts once, not per sheet.</param>
[GenerateSerializer, Immutable, Alias("sme.MeanScore")]
public readonly record struct MeanScore(long WeightedSum, int Sheets, int CreditHundredths) : IComparable<MeanScore>
{
    public static readonly MeanScore None = new(0, 0, 0);

    private long Numerator => WeightedSum + (long)CreditHundredths * Sheets;

    public int CompareTo(MeanScore other) => Sheets == 0 || other.Sheets == 0
        ? Sheets.CompareTo(other.Sheets)
        : ((Int128)Numerator * other.Sheets).CompareTo((Int128)other.Numerator * Sheets);

    /// <summary>At least that many points, exactly.</summary>
    public bool Reaches(int points) => Sheets > 0 && Numerator >= (long)points * 100 * Sheets;

    /// <summary>Four decimals, half away from zero, e.g. <c>96.0333</c>; empty without a score.</summary>
    public override string ToString() => Sheets == 0
        ? ""
        : decimal.Round((decimal)Numerator / (100 * Sheets), 4, MidpointRounding.AwayFromZero).ToString("F4", CultureInfo.InvariantCulture);
}
